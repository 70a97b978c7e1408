import LMDB
import Testing

@Suite struct `Write transactions` {
  let scratch: Scratch
  let environment: Environment

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
    try environment.putEvents("a")
  }

  @Test func `a write that throws leaves nothing`() throws {
    #expect(throws: Cancelled.self) {
      try environment.write { transaction in
        try transaction.put(Tables.events, 2, [1])
        try transaction.clear(Tables.names)
        throw Cancelled()
      }
    }
    #expect(try environment.eventNumbers() == [1])
    try environment.putEvents("b", "c")
    #expect(try environment.eventNumbers() == [1, 2])
  }

  @Test func `a swallowed fault still aborts the whole write`() throws {
    let code = try fault {
      try environment.write { transaction in
        try transaction.put(Tables.events, 2, [1])
        try? transaction.append(Tables.events, 1, [1])
        #expect(throws: StorageFault.self) { try transaction.put(Tables.events, 3, [1]) }
      }
    }
    #expect(code == .illegalEntry)
    #expect(try environment.eventNumbers() == [1])
  }

  @Test func `append refuses a key that is not the greatest`() throws {
    #expect(try fault { try environment.write { try $0.append(Tables.events, 1, []) } } == .illegalEntry)
    #expect(try fault { try environment.write { try $0.append(Tables.events, 0, []) } } == .illegalEntry)
    try environment.write { try $0.append(Tables.events, 2, []) }
  }

  @Test func `insert refuses a key that is there`() throws {
    #expect(try fault { try environment.write { try $0.insert(Tables.events, 1, []) } } == .illegalEntry)
    #expect(try environment.event(1) == "a")
  }

  @Test(arguments: [0, 512]) func `a byte key has 1 to 511 bytes`(byteCount: Int) throws {
    let key = [UInt8](repeating: 7, count: byteCount)
    let code = try fault { try environment.write { try $0.put(Tables.names, key, []) } }
    #expect(code == .illegalEntry)
  }

  @Test func `a key of 511 bytes is stored`() throws {
    let key = [UInt8](repeating: 7, count: Table.keyBytesMax)
    try environment.write { try $0.insert(Tables.names, key, [1]) }
    #expect(try environment.read { try $0.get(Tables.names, key.span.bytes)?.bytes } == [1])
  }

  @Test func `a reserved value must be filled to its last byte`() throws {
    let code = try fault {
      try environment.write { try $0.put(Tables.events, 2, byteCount: 4) { $0.append(UInt8(1)) } }
    }
    #expect(code == .unfilledValue)
    #expect(throws: StorageFault.self) {
      try environment.write { transaction in
        try? transaction.put(Tables.events, 2, byteCount: 4) { _ in }
      }
    }
    #expect(try environment.eventNumbers() == [1])
  }

  @Test func `a write inside a write of the same thread is refused, not waited for`() throws {
    let code = try fault { try environment.write { _ in try environment.putEvents("x") } }
    #expect(code == .nested)
    #expect(try fault { try environment.write { _ in try environment.reopen() } } == .nested)
    #expect(try fault { try environment.read { _ in try environment.close() } } == .nested)
    try environment.putEvents("b")
  }

  @Test func `reads nest, in a write too`() throws {
    let text = try environment.write { _ in
      try environment.read { _ in try environment.read { _ in try environment.event(1) } }
    }
    #expect(text == "a")
  }

  @Test func `writes of sixteen tasks follow one another`() async throws {
    let environment = environment
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 {
        group.addTask {
          for _ in 0..<8 {
            try environment.write { transaction in
              let last = try transaction.reader.last(Tables.events)?.integerKey ?? 0
              try transaction.append(Tables.events, last + 1, [0])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try environment.eventNumbers() == Array(1...129))
  }

  @Test func `reads go on around reopenings`() async throws {
    let environment = environment
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<300 {
            let text = try environment.read { _ in try environment.event(1) }
            #expect(text == "a")
          }
        }
      }
      group.addTask { for _ in 0..<10 { try environment.reopen() } }
      try await group.waitForAll()
    }
    #expect(try environment.statistics().readsRunning == 0)
  }
}
