import ShareLedger
import Testing

@Suite struct `What is exported comes back` {
  @Test func `a replica has the same bytes, the same counts and the same answers`() throws {
    let folder = try TemporaryFolder()
    try Ledger.create(at: folder("a"))
    try Ledger.create(at: folder("b"))
    let original = try Ledger(path: folder("a"), access: .writing)
    var options = ImportOptions()
    options.batchCount = 7
    let recorded = try Importer(original, options: options).run(Samples.pnnl)
    #expect(recorded.recordedCount > 500)
    #expect(try export(original, folder("a.jsonl")) == UInt64(recorded.recordedCount))

    let replica = try Ledger(path: folder("b"), access: .writing)
    options.isReplica = true
    options.batchCount = 100
    #expect(try Importer(replica, options: options).run(folder("a.jsonl")).recordedCount == recorded.recordedCount)
    try export(replica, folder("b.jsonl"))
    #expect(try folder.read("a.jsonl") == folder.read("b.jsonl"))
    #expect(try original.statistics().contents == replica.statistics().contents)
    #expect(try replica.audit().isIntact)
    let days = ["2025-10-01", "2026-03-01"]
    for day in days {
      let end = try Day(iso: day).end
      #expect(try original.view(at: end).catalogue() == replica.view(at: end).catalogue())
    }
  }

  @Test func `a replica that is behind is brought up to date, and one that differs is refused`() throws {
    let folder = try TemporaryFolder()
    try Ledger.create(at: folder("a"))
    try Ledger.create(at: folder("b"))
    try Ledger.create(at: folder("c"))
    let original = try Ledger(path: folder("a"), access: .writing)
    _ = try Importer(original).run(folder.file("1", lines: [Samples.unit(), Samples.resource("R1")]))
    try export(original, folder("first"))
    _ = try Importer(original).run(folder.file("2", lines: [Samples.resource("R2")]))
    try export(original, folder("second"))

    var options = ImportOptions()
    options.isReplica = true
    let replica = try Ledger(path: folder("b"), access: .writing)
    _ = try Importer(replica, options: options).run(folder("first"))
    let result = try Importer(replica, options: options).run(folder("second"))
    #expect(result.alreadyRecordedCount == 2 && result.recordedCount == 1)

    let other = try Ledger(path: folder("c"), access: .writing)
    _ = try Importer(other).run(folder.file("3", lines: [Samples.unit("x-B")]))
    let error = #expect(throws: ImportError.self) { try Importer(other, options: options).run(folder("second")) }
    #expect(error?.description.hasPrefix("line 1: position") == true)
    #expect(try other.head() == Position(1))
  }

  @Test func `a file that is not finished never has the name`() throws {
    let folder = try TemporaryFolder()
    try Ledger.create(at: folder("a"))
    let ledger = try Ledger(path: folder("a"), access: .writing)
    _ = try Importer(ledger).run(Samples.pnnl)
    #expect(throws: LedgerError.self) {
      try ledger.view(at: .last).export(toFile: folder("out")) { true }
    }
    #expect(folder.names == ["a"])
  }

  @discardableResult
  private func export(_ ledger: Ledger, _ path: String) throws -> UInt64 {
    try ledger.view(at: .last).export(toFile: path)
  }
}
