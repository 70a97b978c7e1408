import LMDB
import TestSupport
import Testing

@Suite struct `A table behaves like a sorted dictionary` {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `under random writes, aborts and reopenings`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let scratch = try Scratch()
    let environment = try scratch.environment()
    var model: [[UInt8]: [UInt8]] = [:]
    for round in 0..<12 {
      var changed = model
      let aborts = Int.random(in: 0..<4, using: &random) == 0
      do {
        try environment.write { transaction in
          for _ in 0..<Int.random(in: 0..<200, using: &random) {
            let key = (0...Int.random(in: 0..<4, using: &random)).map { _ in UInt8.random(in: 0..<6, using: &random) }
            if Int.random(in: 0..<3, using: &random) == 0 {
              #expect(try transaction.delete(Tables.names, key) == (changed[key] != nil))
              changed[key] = nil
            } else {
              let size = [0, 1, 30, 5_000].randomElement(using: &random) ?? 0
              let value = [UInt8](repeating: .random(in: 0...255, using: &random), count: size)
              try transaction.put(Tables.names, key, value)
              changed[key] = value
            }
          }
          if aborts { throw Cancelled() }
        }
        model = changed
      } catch is Cancelled {}
      if round % 5 == 4 { try environment.reopen() }
      try environment.read { reader in
        let expected = model.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var cursor = try reader.cursor(Tables.names)
        for (key, value) in expected {
          let entry = try cursor.next()
          #expect(entry?.key.bytes == key, "seed \(seed), round \(round)")
          #expect(entry?.value.bytes == value, "seed \(seed), round \(round)")
        }
        #expect(try cursor.next()?.key.bytes == nil)
        #expect(try reader.count(Tables.names) == model.count)
      }
    }
  }
}

/// What a test throws to abort its own transaction.
struct Cancelled: Error {}
