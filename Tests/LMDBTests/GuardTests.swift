import Glibc
import LMDB
import Testing

@Suite struct `Files and processes are watched` {
  let scratch: Scratch
  let environment: Environment

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
    try environment.putEvents("a")
  }

  @Test func `a data file replaced between writes stops writing for good`() throws {
    let copy = try readFile(scratch.ledger + "/data.mdb")
    try writeFile(scratch.path + "/copy", copy)
    rename(scratch.path + "/copy", scratch.ledger + "/data.mdb")
    #expect(try fault { try environment.putEvents("b") } == .storageReplaced)
    #expect(try fault { try environment.putEvents("b") } == .storageReplaced)
    #expect(try fault { try environment.reopen() } == .storageReplaced)
    #expect(try readFile(scratch.ledger + "/data.mdb") == copy)
  }

  @Test func `a data file replaced during a write is not acknowledged`() throws {
    try writeFile(scratch.path + "/copy", readFile(scratch.ledger + "/data.mdb"))
    let code = try fault {
      try environment.write { transaction in
        try transaction.put(Tables.events, 2, [1])
        rename(scratch.path + "/copy", scratch.ledger + "/data.mdb")
      }
    }
    #expect(code == .storageReplaced)
    try environment.close()
    let again = try Environment.open(directory: scratch.ledger, tables: Tables.all, access: .readWrite)
    #expect(try again.eventNumbers() == [1])
  }

  @Test(arguments: ["data.mdb", "lock.mdb"]) func `a removed file stops writing`(name: String) throws {
    unlink(scratch.ledger + "/" + name)
    #expect(try fault { try environment.putEvents("b") } == .storageReplaced)
    #expect(try environment.event(1) == "a")
  }

  @Test func `a data file that shrank stops writing`() throws {
    truncate(scratch.ledger + "/data.mdb", 8_192)
    #expect(try fault { try environment.putEvents("b") } == .storageReplaced)
  }

  @Test func `a process that is being started and has copies of the descriptors does not keep the lock`() throws {
    let data = scratch.ledger + "/data.mdb"
    let copies = (0..<1_024).filter { linked($0) == data }.map { dup(Int32($0)) }
    #expect(!copies.isEmpty)
    try environment.close()
    let again = try Environment.open(directory: scratch.ledger, tables: Tables.all, access: .readWrite)
    #expect(try again.eventNumbers() == [1])
    for copy in copies { close(copy) }
  }

  /// The file an open descriptor of this process leads to.
  private func linked(_ descriptor: Int) -> String? {
    var path = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/fd/\(descriptor)", &path, path.count)
    return count < 0 ? nil : String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  @Test func `a second writing process is refused and told the first one's id, a reading one is let in`() async throws {
    let path = scratch.ledger
    let holder = getpid()
    await #expect(processExitsWith: .success) { [path = path as String, holder = holder as pid_t] in
      let code = try fault { _ = try Environment.open(directory: path, tables: Tables.all, access: .readWrite) }
      #expect(code == .writerActive(process: holder))
      let reader = try Environment.open(directory: path, tables: Tables.all, access: .readOnly)
      #expect(try reader.event(1) == "a")
      #expect(try fault { try reader.putEvents("x") } == .readOnly)
    }
    try environment.putEvents("b")
    try environment.close()
    #expect(!scratch.contents(scratch.ledger).contains("writer.pid"))
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Environment.open(directory: path, tables: Tables.all, access: .readWrite).putEvents("c")
    }
  }

  @Test func `a process killed inside a write leaves what was committed, and no lock`() async throws {
    try environment.close()
    let path = scratch.ledger
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let environment = try Environment.open(directory: path, tables: Tables.all, access: .readWrite)
      try environment.putEvents("a", "b")
      try environment.write { transaction in
        try transaction.put(Tables.events, 3, [1])
        kill(getpid(), SIGKILL)
      }
    }
    let again = try Environment.open(directory: path, tables: Tables.all, access: .readWrite)
    #expect(try again.eventNumbers() == [1, 2])
    try again.putEvents("c")
  }

  @Test func `slots of readers that died are cleared`() async throws {
    let path = scratch.ledger
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let environment = try Environment.open(directory: path, tables: Tables.all, access: .readOnly)
      try environment.read { _ in _ = kill(getpid(), SIGKILL) }
    }
    #expect(try environment.clearDeadReaders() == 1)
    #expect(try environment.clearDeadReaders() == 0)
  }

  @Test func `a forked child may not use the environment`() async throws {
    let path = scratch.path + "/forked"
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Environment.create(directory: path, tables: Tables.all, id: "f", created: "c")
      let environment = try Environment.open(directory: path, tables: Tables.all, access: .readWrite)
      typealias Fork = @convention(c) () -> pid_t
      let fork = unsafeBitCast(try #require(dlsym(nil, "fork")), to: Fork.self)
      let child = fork()
      if child == 0 {
        var codes: [StorageFault.Code] = []
        do { _ = try environment.event(1) } catch let fault as StorageFault { codes.append(fault.code) } catch {}
        do { try environment.putEvents("x") } catch let fault as StorageFault { codes.append(fault.code) } catch {}
        _exit(codes == [.forked, .forked] ? 0 : 1)
      }
      var status: CInt = -1
      #expect(waitpid(child, &status, 0) == child)
      #expect(status == 0)
      try environment.putEvents("y")
    }
  }

  @Test func `a closed environment refuses everything`() throws {
    try environment.close()
    #expect(try fault { _ = try environment.event(1) } == .closed)
    #expect(try fault { try environment.putEvents("b") } == .closed)
    #expect(try fault { try environment.reopen() } == .closed)
    try environment.close()
  }

  @Test func `more than 1,024 reads at once are refused`() throws {
    func nest(_ depth: Int) throws {
      try environment.read { _ in if depth > 1 { try nest(depth - 1) } }
    }
    try nest(EnvironmentOptions.readersMax)
    #expect(try fault { try nest(EnvironmentOptions.readersMax + 1) } == .readersFull)
    let statistics = try environment.statistics()
    #expect(statistics.readsRunning == 0)
    #expect(statistics.readerSlotsUsed == EnvironmentOptions.readersMax)
  }
}
