import Glibc
import LMDB
import Testing

@Suite struct `Compacting` {
  let scratch: Scratch
  /// Stands nowhere but where a test puts it.
  static let canary = "canary-5f0c2a91"

  init() throws {
    scratch = try Scratch()
    try scratch.create()
  }

  private func open(_ access: Environment.Access = .readWrite) throws -> Environment {
    try Environment.open(directory: scratch.ledger, tables: Tables.all, access: access)
  }

  @discardableResult
  private func compact(_ verify: (Environment, Environment) throws -> Void = { _, _ in }) throws -> Compaction {
    try Environment.compact(directory: scratch.ledger, tables: Tables.all, verify: verify)
  }

  /// A ledger in which values with the canary were stored and deleted, long ones and short ones among others that stay.
  private func fill() throws {
    let environment = try open()
    try environment.write { transaction in
      for number: UInt64 in 1...400 { try transaction.put(Tables.events, number, Array("event \(number)".utf8)) }
      for number in 0..<400 {
        let name = Array("name \(1_000 + number)".utf8)
        let secret = "\(Self.canary) " + String(repeating: "x", count: number % 7 == 0 ? 9_000 : 40)
        try transaction.put(Tables.names, name, Array((number.isMultiple(of: 3) ? secret : "kept").utf8))
      }
    }
    try environment.write { transaction in
      for number in stride(from: 0, to: 400, by: 3) {
        try transaction.delete(Tables.names, Array("name \(1_000 + number)".utf8))
      }
    }
    try environment.close()
  }

  private func holdsCanary() throws -> Bool {
    try String(decoding: readFile(scratch.ledger + "/data.mdb"), as: UTF8.self).contains(Self.canary)
  }

  private func names() throws -> [String] {
    let environment = try open(.readOnly)
    let names = try environment.read { reader in
      var names: [String] = []
      var cursor = try reader.cursor(Tables.names)
      while let entry = try cursor.next() { names.append(entry.key.text + "=" + entry.value.text) }
      return names
    }
    try environment.close()
    return names
  }

  @Test func `nothing that was deleted is left in the file, and nothing that was not is gone`() throws {
    try fill()
    let before = try names()
    #expect(before.count == 266)
    #expect(try holdsCanary(), "the test proves nothing otherwise")
    let compaction = try compact()
    #expect(try !holdsCanary())
    #expect(try names() == before)
    #expect(compaction.byteCountAfter < compaction.byteCountBefore)
    #expect(compaction.isOldFileOverwritten)
    #expect(scratch.contents(scratch.ledger).filter { $0 != "lock.mdb" } == ["data.mdb", "ledger.json"])
    let environment = try open()
    #expect(try environment.eventNumbers() == Array(1...400))
    try environment.write { try $0.put(Tables.events, 401, Array("more".utf8)) }
    try environment.close()
    try compact()
    let again = try open()
    #expect(try again.event(401) == "more")
    try again.close()
  }

  @Test func `the old file's bytes are overwritten unless they have another name`() throws {
    try fill()
    let old = Glibc.open(scratch.ledger + "/data.mdb", O_RDONLY)
    defer { close(old) }
    try compact()
    var status = stat()
    #expect(fstat(old, &status) == 0)
    var bytes = [UInt8](repeating: 1, count: Int(status.st_size))
    #expect(pread(old, &bytes, bytes.count, 0) == bytes.count)
    #expect(bytes.allSatisfy { $0 == 0 })

    try #require(link(scratch.ledger + "/data.mdb", scratch.path + "/another") == 0)
    let linked = try readFile(scratch.path + "/another")
    #expect(try !compact().isOldFileOverwritten)
    #expect(try readFile(scratch.path + "/another") == linked)
  }

  @Test func `owner and permissions stay`() throws {
    try #require(chmod(scratch.ledger + "/data.mdb", 0o640) == 0)
    try compact()
    var status = stat()
    #expect(stat(scratch.ledger + "/data.mdb", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func `a copy that fails its verification leaves the ledger as it was`() throws {
    try fill()
    let before = try readFile(scratch.ledger + "/data.mdb")
    #expect(throws: Cancelled.self) { try compact { _, _ in throw Cancelled() } }
    #expect(try readFile(scratch.ledger + "/data.mdb") == before)
    #expect(!scratch.contents(scratch.ledger).contains("compact"))
    #expect(try names().count == 266)
  }

  @Test func `what an interrupted compaction left is in nobody's way`() throws {
    try fill()
    let left = scratch.ledger + "/compact"
    try #require(mkdir(left, 0o700) == 0)
    try writeFile(left + "/data.mdb", [1, 2, 3])
    try writeFile(left + "/ledger.json", [4])
    #expect(try names().count == 266)
    try compact()
    #expect(!scratch.contents(scratch.ledger).contains("compact"))
    #expect(try names().count == 266)
  }

  @Test func `nobody else may have the ledger open, and nobody can open it meanwhile`() throws {
    try fill()
    let reader = try open(.readOnly)
    #expect(try fault { try compact() } == .inUse)
    try reader.close()
    try compact { copy, _ in
      #expect(copy.access == .readOnly)
      for access in [Environment.Access.readOnly, .readWrite] {
        let code = try fault { _ = try open(access) }
        #expect(code == .inUse)
      }
    }
  }

  @Test func `a full disk leaves the ledger as it was`() async throws {
    try fill()
    let environment = try open()
    try environment.write { try $0.put(Tables.events, 900, [UInt8](repeating: 1, count: 200_000)) }
    try environment.close()
    let before = try readFile(scratch.ledger + "/data.mdb")
    let ledger = scratch.ledger
    await #expect(processExitsWith: .success) { [ledger = ledger as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 65_536, rlim_max: 65_536)
      try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #expect(
        try fault { _ = try Environment.compact(directory: ledger, tables: Tables.all) { _, _ in } } == .diskFull)
    }
    #expect(try readFile(scratch.ledger + "/data.mdb") == before)
    #expect(!scratch.contents(scratch.ledger).contains("compact"))
  }
}
