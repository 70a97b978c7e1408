import Glibc
import LMDB
import Testing

@Suite struct `Limits of size and disk` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `the quota stops a large write and then every write, reads go on`() throws {
    let environment = try scratch.environment(options: EnvironmentOptions(quotaBytes: 256 << 10))
    let block = [UInt8](repeating: 1, count: 8_000)
    #expect(
      try fault {
        try environment.write { transaction throws(StorageFault) in
          for number: UInt64 in 1...100 { try transaction.append(Tables.events, number, block) }
        }
      } == .quotaReached)
    #expect(try environment.eventNumbers().isEmpty)
    var stored: UInt64 = 0
    var last: StorageFault?
    while last == nil, stored < 100 {
      do {
        try environment.write { try $0.append(Tables.events, stored + 1, block) }
        stored += 1
      } catch let fault as StorageFault { last = fault }
    }
    #expect(last?.code == .quotaReached)
    #expect(last?.message.contains("262144") == true)
    #expect(stored > 10)
    #expect(try environment.statistics().fileBytes <= 256 << 10 + 65_536)
    #expect(try environment.eventNumbers().count == Int(stored))
  }

  @Test func `a disk fuller than the reserve is full`() throws {
    let environment = try scratch.environment(options: EnvironmentOptions(reserveBytes: 1 << 60))
    #expect(try fault { try environment.putEvents("a") } == .diskFull)
    #expect(try environment.eventNumbers().isEmpty)
  }

  @Test func `a disk that fills during a commit leaves the outcome open and the data intact`() async throws {
    let path = scratch.ledger
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Environment.create(directory: path, tables: Tables.all, id: "f", created: "c")
      let environment = try Environment.open(directory: path, tables: Tables.all, access: .readWrite)
      try environment.putEvents("a", "b")
      // A file size limit stands for the full disk: writes behind it fail as they do on one.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit()
      try #require(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let unlimited = limit
      limit.rlim_cur = rlim_t(try environment.statistics().fileBytes + 32_768)
      try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let block = [UInt8](repeating: 1, count: 100_000)
      let code = try fault { try environment.write { try $0.append(Tables.events, 3, block) } }
      #expect(code == .outcomeUnknown)
      #expect(try fault { try environment.putEvents("x") } == .needsReopen)
      #expect(try environment.event(2) == "b")
      try environment.reopen()
      #expect(try environment.eventNumbers() == [1, 2])
      var changed = unlimited
      try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &changed) == 0)
      try environment.write { try $0.append(Tables.events, 3, block) }
      try environment.reopen()
      #expect(try environment.eventNumbers() == [1, 2, 3])
      #expect(try environment.event(1) == "a")
    }
  }

  @Test func `a meta page that cannot be written stops reads too, until reopening`() async throws {
    let path = scratch.ledger
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Environment.create(directory: path, tables: Tables.all, id: "f", created: "c")
      let environment = try Environment.open(directory: path, tables: Tables.all, access: .readWrite)
      try environment.putEvents("a", "b")
      // LMDB writes meta pages through a synced descriptor of its own; a read-only one takes its place.
      var replaced = 0
      for descriptor in CInt(3)..<64 {
        let flags = fcntl(descriptor, F_GETFL)
        guard flags >= 0, flags & O_DSYNC == O_DSYNC else { continue }
        let readOnly = open(path + "/data.mdb", O_RDONLY | O_CLOEXEC)
        replaced += dup2(readOnly, descriptor) == descriptor ? 1 : 0
        close(readOnly)
      }
      try #require(replaced == 1)
      #expect(try fault { try environment.putEvents("x") } == .outcomeUnknown)
      #expect(try fault { try environment.putEvents("x") } == .needsReopen)
      #expect(try fault { _ = try environment.event(1) } == .needsReopen)
      try environment.reopen()
      #expect(try environment.event(1) == "a")
      #expect(try environment.event(2) == "b")
      try environment.putEvents("c")
      #expect(try environment.event(1) == "c")
    }
  }

  @Test func `statistics tell sizes, limits and versions`() throws {
    let environment = try scratch.environment()
    try environment.putEvents("a", "b")
    let statistics = try environment.statistics()
    #expect(statistics.tables.map(\.name) == ["events", "names", "counts"])
    #expect(statistics.tables.map(\.entryCount) == [2, 0, 0])
    #expect(statistics.fileBytes >= statistics.pageBytes * 4)
    #expect(statistics.usedBytes <= statistics.fileBytes)
    #expect(statistics.readerSlotsMax == 1_024)
    #expect(statistics.lmdbVersion.hasPrefix("0.9."))
    #expect(statistics.freeDiskBytes ?? 0 > 0)
  }
}
