import Glibc
import LMDB
import Testing

@Suite struct `Creating and opening` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func opening(_ access: Environment.Access = .readOnly, tables: [Table] = Tables.all) throws {
    _ = try Environment.open(directory: scratch.ledger, tables: tables, access: access)
  }

  @Test func `opening never creates`() throws {
    #expect(try fault { try opening(.readWrite) } == .notALedger)
    #expect(scratch.contents().isEmpty)
    mkdir(scratch.ledger, 0o700)
    #expect(try fault { try opening(.readWrite) } == .notALedger)
    #expect(scratch.contents(scratch.ledger).isEmpty)
  }

  @Test func `creating never writes over a ledger or a part of one`() throws {
    try scratch.create()
    #expect(try fault { try scratch.create(id: "other") } == .alreadyExists)
    for name in ["ledger.json", "lock.mdb"] { unlink(scratch.ledger + "/" + name) }
    #expect(try fault { try scratch.create(id: "other") } == .alreadyExists)
    #expect(scratch.contents(scratch.ledger) == ["data.mdb"])
  }

  @Test func `creating in an existing empty directory works, in a missing parent it fails`() throws {
    #expect(
      try fault {
        try Environment.create(directory: scratch.path + "/a/b", tables: [], id: "i", created: "c")
      } == .system(ENOENT))
    mkdir(scratch.ledger, 0o700)
    try scratch.create()
    try opening(.readWrite)
  }

  @Test func `files are the owner's only`() throws {
    try scratch.create()
    for name in ["", "/data.mdb"] {
      var status = stat()
      #expect(stat(scratch.ledger + name, &status) == 0)
      #expect(status.st_mode & 0o077 == 0)
    }
  }

  @Test(arguments: ["", "a\"b", "a\\b", "é", String(repeating: "x", count: 129)])
  func `an id is printable ASCII of bounded length`(id: String) throws {
    #expect(try fault { try scratch.create(id: id) } == .illegalEntry)
    #expect(scratch.contents().isEmpty)
  }

  @Test func `the manifest has one form`() throws {
    try scratch.create()
    let text = #"{"format":1,"id":"7d1f","created":"2025-01-01T00:00:00+08:00"}"# + "\n"
    #expect(try readFile(scratch.ledger + "/ledger.json") == Array(text.utf8))
  }

  @Test(arguments: [
    ("", StorageFault.Code.damaged), ("{}", .damaged), (#"{"format":1,"id":"7d1f"}"#, .damaged),
    (#"{"format":1,"id":"7d1f","created":"x"}"#, .damaged),
    (#"{"format":2,"id":"7d1f","created":"x"}"# + "\n", .notALedger),
    (#"{"format":1,"id":"other","created":"x"}"# + "\n", .damaged),
  ])
  func `a manifest that is wrong or another ledger's is refused`(text: String, code: StorageFault.Code) throws {
    try scratch.create()
    try writeFile(scratch.ledger + "/ledger.json", Array(text.utf8))
    #expect(try fault { try opening() } == code)
  }

  @Test func `without its manifest a ledger is not opened`() throws {
    try scratch.create()
    unlink(scratch.ledger + "/ledger.json")
    #expect(try fault { try opening(.readWrite) } == .notALedger)
  }

  @Test func `a missing data file is damage, not a new ledger`() throws {
    try scratch.create()
    unlink(scratch.ledger + "/data.mdb")
    #expect(try fault { try opening(.readWrite) } == .damaged)
    #expect(!scratch.contents(scratch.ledger).contains("data.mdb"))
  }

  @Test func `an empty, cut or foreign data file is damage`() throws {
    let environment = try scratch.environment()
    try environment.write { transaction throws(StorageFault) in
      for number: UInt64 in 1...2_000 {
        try transaction.append(Tables.events, number, [UInt8](repeating: 1, count: 200))
      }
    }
    try environment.close()
    let path = scratch.ledger + "/data.mdb"
    let whole = try readFile(path)
    for byteCount in [0, 1, 151, 4_096, 8_192, whole.count / 2, whole.count - 4_096, whole.count - 1] {
      try writeFile(path, Array(whole.prefix(byteCount)))
      #expect(try fault { try opening(.readWrite) } == .damaged, "\(byteCount) of \(whole.count) bytes")
    }
    // Magic, version and page size of both meta pages.
    for offset in [16, 20, 41, 4_096 + 16, 4_096 + 20, 4_096 + 41] {
      var bytes = whole
      bytes[offset] ^= 0xFF
      try writeFile(path, bytes)
      #expect(try fault { try opening(.readWrite) } == .damaged, "byte \(offset)")
    }
    try writeFile(path, [UInt8](repeating: 0x41, count: 65_536))
    #expect(try fault { try opening(.readWrite) } == .damaged)
    try writeFile(path, whole)
    try opening(.readWrite)
  }

  @Test func `a file that lacks only pages given back is whole`() throws {
    let environment = try scratch.environment()
    // LMDB does not write pages taken and given back within one transaction, once it has free pages to give back to.
    for count: UInt64 in [50, 100, 200, 2_000] {
      try environment.write { transaction throws(StorageFault) in
        for number in 1...count { try transaction.put(Tables.events, number, [UInt8](repeating: 1, count: 500)) }
        for number in (20...count).reversed() { try transaction.delete(Tables.events, number) }
      }
    }
    let statistics = try environment.statistics()
    try #require(statistics.fileBytes < statistics.usedBytes)
    try environment.close()
    try opening(.readWrite)
    let whole = try readFile(scratch.ledger + "/data.mdb")
    try writeFile(scratch.ledger + "/data.mdb", Array(whole.prefix(4 * 4_096)))
    #expect(try fault { try opening(.readWrite) } == .damaged)
  }

  @Test func `a data file of another ledger is refused`() throws {
    try scratch.create()
    let other = try Scratch()
    try other.create(id: "other")
    try writeFile(scratch.ledger + "/data.mdb", readFile(other.ledger + "/data.mdb"))
    #expect(try fault { try opening() } == .damaged)
  }

  @Test func `a directory in the data file's place is refused`() throws {
    try scratch.create()
    unlink(scratch.ledger + "/data.mdb")
    mkdir(scratch.ledger + "/data.mdb", 0o700)
    #expect(try fault { try opening() } == .damaged)
  }

  @Test func `a missing table is damage, a missing derived one is made by the writer`() throws {
    try scratch.create(tables: [Tables.events])
    #expect(try fault { try opening(.readWrite, tables: [Tables.names]) } == .tableMissing)
    #expect(try fault { try opening(.readOnly, tables: [Tables.counts]) } == .tableMissing)
    try opening(.readWrite, tables: [Tables.events, Tables.counts])
    try opening(.readOnly, tables: [Tables.events, Tables.counts])
  }

  @Test func `a table stored with other keys is refused`() throws {
    try scratch.create()
    let events = Table("events", keys: .bytes)
    #expect(try fault { try opening(tables: [events]) } == .damaged)
  }

  @Test func `a second opening in one process is refused`() throws {
    let environment = try scratch.environment()
    #expect(try fault { try opening() } == .alreadyOpen)
    symlink(scratch.ledger, scratch.path + "/alias")
    #expect(
      try fault {
        _ = try Environment.open(directory: scratch.path + "/alias/", tables: [], access: .readOnly)
      } == .alreadyOpen)
    try environment.close()
    try opening()
  }

  @Test func `a file system that is not on the list is refused`() throws {
    #expect(
      try fault { _ = try Environment.open(directory: "/proc", tables: [], access: .readOnly) }
        == .unsupportedFilesystem)
  }

  @Test func `a fault names file, operation and meaning`() throws {
    let fault = #expect(throws: StorageFault.self) { try opening() }
    #expect(fault?.description == "\(scratch.ledger): open: there is no such directory; create a ledger")
  }
}
