import Glibc
import LMDB
import Testing

@Suite struct `Hot backup` {
  let scratch: Scratch
  let environment: Environment
  var target: String { scratch.path + "/backup" }

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
    try environment.putEvents("a", "b")
  }

  @Test func `a backup is a ledger of its own with the same id`() throws {
    var verified: [UInt64] = []
    try environment.backup(to: target + "/") { verified = try $0.eventNumbers() }
    #expect(verified == [1, 2])
    #expect(scratch.contents() == ["backup", "ledger"])
    #expect(scratch.contents(target) == ["data.mdb", "ledger.json"])
    try environment.putEvents("changed")
    let copy = try Environment.open(directory: target, tables: Tables.all, access: .readWrite)
    #expect(try copy.event(1) == "a")
    #expect(copy.manifest == environment.manifest)
    try copy.putEvents("x", "y", "z")
    #expect(try environment.eventNumbers() == [1, 2])
  }

  @Test func `the copy is the owner's only`() throws {
    try environment.backup(to: target) { _ in }
    var status = stat()
    #expect(stat(target + "/data.mdb", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `an existing target is refused and stays as it is`() throws {
    mkdir(target, 0o700)
    #expect(try fault { try environment.backup(to: target) { _ in } } == .alreadyExists)
    rmdir(target)
    try writeFile(target, [1])
    #expect(try fault { try environment.backup(to: target) { _ in } } == .alreadyExists)
    #expect(try readFile(target) == [1])
    #expect(scratch.contents() == ["backup", "ledger"])
  }

  @Test func `a target that appears meanwhile is refused too`() throws {
    let target = target
    #expect(try fault { try environment.backup(to: target) { _ in mkdir(target, 0o700) } } == .alreadyExists)
    #expect(scratch.contents() == ["backup", "ledger"])
  }

  @Test func `a copy that fails its verification is removed`() throws {
    #expect(throws: Cancelled.self) { try environment.backup(to: target) { _ in throw Cancelled() } }
    #expect(scratch.contents() == ["ledger"])
    try environment.backup(to: target) { _ in }
  }

  @Test func `a missing parent directory is a fault of the system`() throws {
    #expect(try fault { try environment.backup(to: scratch.path + "/no/backup") { _ in } } == .system(ENOENT))
  }

  @Test func `a disk that fills during the copying leaves nothing`() async throws {
    let path = scratch.path
    try environment.write { try $0.put(Tables.events, 9, [UInt8](repeating: 1, count: 200_000)) }
    try environment.close()
    await #expect(processExitsWith: .success) { [path = path as String] in
      let environment = try Environment.open(directory: path + "/ledger", tables: Tables.all, access: .readOnly)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 65_536, rlim_max: 65_536)
      try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #expect(try fault { try environment.backup(to: path + "/backup") { _ in } } == .diskFull)
      #expect(try environment.event(1) == "a")
    }
    #expect(scratch.contents() == ["ledger"])
  }

  @Test func `backups under a running writer are each one consistent state`() async throws {
    let environment = environment
    let path = scratch.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number: UInt64 in 3...80 {
          try environment.write { transaction throws(StorageFault) in
            try transaction.put(Tables.events, number, [UInt8](repeating: 1, count: 3_000))
            try transaction.put(Tables.counts, 0, byteCount: 8) { output in
              output.append(number, as: UInt64.self)
            }
          }
        }
      }
      group.addTask {
        for copy in 0..<10 {
          try environment.backup(to: "\(path)/backup-\(copy)") { backup in
            let numbers = try backup.eventNumbers()
            #expect(numbers == Array(1...UInt64(numbers.count)))
            let count = try backup.read { try $0.get(Tables.counts, 0)?.unsafeLoadUnaligned(as: UInt64.self) }
            #expect(count ?? 2 == UInt64(numbers.count))
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
