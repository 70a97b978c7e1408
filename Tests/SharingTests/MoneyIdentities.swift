import EventModel
import Testing

@testable import Sharing

/// What events of money and vouchers name, create and let be taken back.
@Suite struct `Entities of money and vouchers` {
  private static let types = EventType.allCases.filter { [.money, .vouchers].contains($0.group) }

  @Test(arguments: types)
  func `everything an event names has to be there, but for books and invoices written elsewhere`(
    type: EventType
  ) throws {
    let payload = try TestLedger.payload(type, type.exampleText)
    var named = payload.tags
    if Identities.creators.contains(type) { named.removeFirst() }
    named.removeAll { $0.kind == .books || $0.kind == .invoice && type.wireName.hasPrefix("redemption.") }
    if case .periodClosed(let data) = payload { named.append(Tag(.party, data.books)) }
    if case .periodReopened(let data) = payload { named.append(Tag(.party, data.books)) }
    let references = Identities.references(payload)
    #expect(Set(references.map(\.tag)) == Set(named))
    #expect(Set(references.map(\.field)).isSubset(of: Set(type.fields.map(\.name))))
  }

  @Test(arguments: TagKind.allCases)
  func `an entity is the first its creating event names`(kind: TagKind) throws {
    guard let creator = Identities.creator(of: kind) else {
      #expect(kind == .books || kind == .subject)
      return
    }
    #expect(try TestLedger.payload(creator, creator.exampleText).tags.first?.kind == kind)
  }

  @Test func `the platform's books belong to no party`() throws {
    let closed = try TestLedger.payload(
      .periodClosed, #"{"books":"platform","through":"2024-12-31","controlTotals":[],"postings":0}"#)
    #expect(Identities.references(closed).isEmpty)
  }

  @Test func `what posts or has a reversal of its own cannot be retracted`() {
    #expect(
      Set(Self.types).subtracting(RetractionRules.notRetractable)
        == [.feeStandardPublished, .feeStandardWithdrawn, .programmeClosed])
  }

  @Test func `a fee standard is retracted as long as nothing rests on it`() throws {
    let ledger = try TestLedger.world()
    let more = #""standard":"F","organisation":"x-uni","resources":["R1"]"#
    try ledger.add(
      "feeStandard.published",
      """
      {\(more),"effectiveFrom":"2024-07-01","publishedAt":"p","lines":[{"component":"labour","basis":"perHour",\
      "measure":"used","tiers":[{"over":0,"fen":40000}]}]}
      """, at: "2024-06-01", id: "published")
    let withdrawn = try ledger.add(
      "feeStandard.withdrawn", "{\(more),\"from\":\"2024-12-01\"}", at: "2024-11-01", id: "withdrawn")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("published"))
        == .retractionLeavesDangling(Tag("standard:F"), dependent: withdrawn))
    try ledger.retract("withdrawn")
    try ledger.retract("published")
  }

  @Test func `a fee standard may be for later`() throws {
    let ledger = try TestLedger.world()
    try ledger.setClock("2024-06-01T00:00:00Z")
    try ledger.add(
      "feeStandard.published",
      """
      {"standard":"F","organisation":"x-uni","resources":["R1"],"effectiveFrom":"2025-01-01","publishedAt":"p",\
      "lines":[{"component":"water","basis":"perUse","tiers":[{"over":0,"fen":100}]}]}
      """, at: "2025-01-01")
  }
}
