import EventLog
import EventModel
import Glibc
import LMDB
import Testing

@Suite struct Recovering {
  /// Lets files grow to `byteCount` and no further, as a full disk would; writes beyond fail instead of killing.
  private static func limitFiles(to byteCount: UInt) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: byteCount, rlim_max: rlim_t.max)
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    limit.rlim_cur = byteCount
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }

  @Test func `a commit that fails is answered truly and the log goes on by itself`() async {
    await #expect(processExitsWith: .success) {
      let store = try TemporaryLog()
      _ = try store.log.append([Sample.registered("first", resource: "R1")])
      let used = try store.log.environment.statistics().fileBytes
      let batch = try (0..<5_000).map { try Sample.registered("e\($0)", resource: "R\($0)") }

      Recovering.limitFiles(to: UInt(used + 64 * 1_024))
      do {
        _ = try store.log.append(batch)
        try #require(Bool(false), "the append has to fail")
      } catch AppendError.fault(let fault) {
        try #require([.commitFailed, .diskFull, .system(EFBIG), .lmdb(EFBIG)].contains(fault.code), "\(fault)")
      }
      try #require(store.log.head() == Position(1), "nothing of the batch is there")
      let first = try store.log.read { try $0.event(at: Position(1)) }
      try #require(first.event.id.text == "first", "reads go on")

      Recovering.limitFiles(to: UInt(Int.max))
      let outcomes = try store.log.append(batch)
      try #require(outcomes.count == 5_000)
      try #require(store.log.head() == Position(5_001))
      try #require(store.log.audit().isIntact)
    }
  }

  @Test func `requests of one commit fail together and refusals keep their own answers`() async {
    await #expect(processExitsWith: .success) {
      let store = try TemporaryLog()
      let known = try Sample.registered("known", resource: "R1")
      _ = try store.log.append([known])
      let used = try store.log.environment.statistics().fileBytes
      Recovering.limitFiles(to: UInt(used + 64 * 1_024))
      let large = try (0..<5_000).map { try Sample.registered("e\($0)", resource: "R\($0)") }
      let results = try store.log.appendEach(large + [known, Sample.registered("known", resource: "R2")])
      try #require(results.count == 5_002)
      try #require(!results[0].isSuccess)
      Recovering.limitFiles(to: UInt(Int.max))
      try #require(store.log.append([known]) == [.alreadyRecorded(position: Position(1))])
      try #require(store.log.audit().isIntact)
    }
  }
}
