import Foundation
import ShareLedger
import Testing

@Suite struct `A killed append loses nothing that was acknowledged` {
  private static let batchCount = 5
  private static let eventCount = 400

  @Test func `over a hundred kills at random moments`() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed)
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    _ = try Tool.run(["append", folder("lab")], input: Array(Samples.unit().utf8))
    var before = Position(1)
    for round in 1...100 {
      let ids = (1...Self.eventCount).map { "r\(round)-\($0)" }
      let input = try folder.file("in", lines: ids.map { Samples.resource($0) })
      let acknowledged = try killedAppend(folder("lab"), input, after: Int.random(in: 0...12, using: &random))

      let ledger = try Ledger(path: folder("lab"), access: .reading)
      defer { try? ledger.close() }
      let head = try ledger.head()
      #expect(head >= max(acknowledged, before), "seed \(seed), round \(round)")
      var recorded: [String] = []
      try ledger.view(at: .last).forEachEvent(EventSelection(positions: before.next...max(head, before.next))) {
        event in
        recorded.append(event.event.id.text)
        return true
      }
      #expect(recorded.count % Self.batchCount == 0, "seed \(seed), round \(round)")
      #expect(recorded == ids.prefix(recorded.count).map { "acquired-\($0)" }, "seed \(seed), round \(round)")
      if round.isMultiple(of: 20) { #expect(try ledger.audit().isIntact, "seed \(seed), round \(round)") }
      before = head
    }
    #expect(before > Position(100), "seed \(seed): hardly anything was recorded")
    #expect(try Tool.run("verify", folder("lab")).status == 0, "seed \(seed)")
  }

  /// Appends, kills the process after so many acknowledgements and returns the last one.
  private func killedAppend(_ lab: String, _ input: String, after count: Int) throws -> Position {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = ["append", lab, input, "--batch", "\(Self.batchCount)", "--acknowledge"]
    process.standardOutput = pipe
    try process.run()
    var shown = ""
    while shown.utf8.count(where: { $0 == 0x0A }) < count {
      let bytes = pipe.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      shown += String(decoding: bytes, as: UTF8.self)
    }
    kill(process.processIdentifier, SIGKILL)
    shown += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = shown.split(separator: "\n").filter { $0.allSatisfy(\.isNumber) }
    return try lines.last.map { try Position(String($0)) } ?? .zero
  }
}

/// Numbers that a seed repeats (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
