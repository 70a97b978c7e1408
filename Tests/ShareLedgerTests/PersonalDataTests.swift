import Foundation
import Testing

@testable import ShareLedger

@Suite struct `Personal data of a ledger` {
  private let world: PersonalWorld

  init() throws { world = try PersonalWorld() }

  /// Everything the ledger says about anything but who looked and who was forgotten.
  private struct Answers: Equatable {
    var records: [[UInt8]] = []
    var treeHead = ""
    var balances: [String] = []
    var catalogue: [CatalogueEntry] = []
    var vouchers: [VoucherEntry] = []
  }

  private func answers(_ ledger: Ledger, upTo head: Position) throws -> Answers {
    var answers = Answers()
    try ledger.replay(upTo: head) { answers.records.append([UInt8]($0.bytes)) }
    answers.treeHead = try ledger.ask { "\(try $0.treeHead(at: head))" }
    let day = try Instant(rfc3339: "2024-12-31T00:00:00+08:00")
    let view = try ledger.view(at: day)
    answers.balances = try view.balances(includingZero: true).rows.map { "\($0.account) \($0.amount)" }
    answers.catalogue = try view.catalogue().entries
    answers.vouchers = try view.vouchers().vouchers
    return answers
  }

  @Test func `is shown once its access is recorded, and to nobody before`() throws {
    let ledger = try world.open()
    defer { try? ledger.close() }
    let head = try ledger.head()
    #expect(try world.texts(of: ledger) == [PersonalWorld.canary])
    let access = try #require(try ledger.view().events(EventSelection(positions: head.next...head.next)).first)
    let expected = try AccessLogged(subject: Identifier("s-1"), purpose: Text("complaint C-17"))
    #expect(access.event.payload == .accessLogged(expected))
    #expect(access.event.actor.text == "x-desk")
    #expect(try world.texts("s-2", of: ledger) == ["other"])
    let timeline = try ledger.view().timeline(of: Tag("subject:s-1"))
    #expect(timeline.map(\.event.event.type) == [.partyRegistered, .accessLogged])
  }

  @Test func `is not shown where its access cannot be recorded`() throws {
    let reading = try world.open(.reading)
    #expect(throws: PersonalDataError.self) { try world.texts(of: reading) }
    try reading.close()
    let writing = try world.open()
    let head = try writing.head()
    #expect(try keyError { _ = try world.texts("s-9", of: writing) } == .unknownSubject(Identifier("s-9")))
    #expect(try writing.head() == head, "nothing to show, nothing recorded")
    try writing.close()
  }

  @Test func `that another field's value was put in the place of is not shown`() throws {
    let ledger = try world.open()
    defer { try? ledger.close() }
    let moved = try world.keys.seal(Text("moved"), about: Identifier("s-1"), in: .demandPosted, field: "contact")
    let outcomes = try ledger.append([
      world.event(PartyUpdated(party: Identifier("u7"), contact: moved).payload)
    ])
    let position = try #require(outcomes.first).position
    #expect(try keyError { _ = try world.texts(of: ledger) } == .cannotBeOpened(at: position, field: "contact"))
  }

  @Test func `erased, changes no record, tree, balance, catalogue or voucher`() throws {
    let ledger = try world.open()
    let head = try ledger.head()
    let before = try answers(ledger, upTo: head)
    #expect(before.balances.contains { $0.contains("receivable") } && before.catalogue.count == 1)
    let position = try world.destroy(in: ledger)
    #expect(try answers(ledger, upTo: head) == before)
    #expect(try ledger.keyDestruction(of: Identifier("s-1")) == position)
    #expect(try ledger.audit().isIntact)
    try ledger.close()
    _ = try Ledger.compact(at: world.path)
    let compacted = try world.open()
    #expect(try answers(compacted, upTo: head) == before)
    #expect(try compacted.audit().isIntact)
    #expect(try world.texts("s-2", of: compacted) == ["other"])
    try compacted.close()
  }

  @Test func `cannot be read once erased`() throws {
    let ledger = try world.open()
    defer { try? ledger.close() }
    let position = try world.destroy(in: ledger)
    let subject = try Identifier("s-1")
    #expect(try keyError { _ = try world.texts(of: ledger) } == .destroyed(subject: subject, recordedAt: position))
    #expect(try world.destroy(in: ledger) == position, "repeated, it is recorded once")
    #expect(
      try keyError { _ = try world.registered("u9", about: "s-1", "again") }
        == .destroyed(subject: subject, recordedAt: nil))
    #expect(try keyError { try world.destroy("s-9", in: ledger) } == .unknownSubject(Identifier("s-9")))
  }

  @Test func `leaves no trace in any file after compacting`() throws {
    let secret = try world.secret()
    let ledger = try world.open()
    #expect(try world.texts(of: ledger) == [PersonalWorld.canary])
    try world.destroy(in: ledger)
    var export: [UInt8] = []
    try ledger.view().export { export += $0 }
    try ledger.close()
    #expect(String(decoding: export, as: UTF8.self).contains("s-1"))
    _ = try world.folder.file("export.jsonl", export)
    _ = try Ledger.compact(at: world.path)
    let files = try FileManager.default.subpathsOfDirectory(atPath: world.folder.path)
    #expect(files.contains("lab/data.mdb") && files.contains("lab.keys") && files.contains("export.jsonl"))
    for file in files {
      guard let data = FileManager.default.contents(atPath: world.folder(file)) else { continue }
      for needle in [Data(PersonalWorld.canary.utf8), Data("13800005f0c2a91".utf8), Data(secret)] {
        #expect(data.range(of: needle) == nil, "\(file)")
      }
    }
  }
}
