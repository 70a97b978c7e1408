import EventModel
import Testing

@Suite struct `Retractions` {
  @Test func `of an event the ledger does not have`() throws {
    let ledger = try TestLedger.world()
    let data = """
      {"targetSource":"urn:test","targetId":"no","targetType":"resource.closed","subjects":["resource:R1"],\
      "reason":"r","approver":"x-office"}
      """
    #expect(
      try ledger.refusal("event.retracted", data)
        == .retractionTargetUnknown(source: EventSource("urn:test"), id: Identifier("no")))
  }

  @Test func `of a type with postings or of a retraction`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("usage.recorded", TestLedger.usage(), at: "2024-05-06", id: "usage")
    #expect(try ledger.refusal("event.retracted", ledger.retraction("usage")) == .notRetractable(.usageRecorded))
    try ledger.add("resource.closed", #"{"resource":"R1"}"#, at: "2024-05-06", id: "closed")
    let retraction = try ledger.retraction("closed")
    try ledger.add("event.retracted", retraction, id: "retraction")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("retraction")) == .notRetractable(.eventRetracted))
  }

  @Test func `of what was taken back before`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("resource.closed", #"{"resource":"R1"}"#, at: "2024-05-06", id: "closed")
    let by = try ledger.retract("closed")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("closed"))
        == .alreadyRetracted(source: EventSource("urn:test"), id: Identifier("closed"), by: by))
  }

  @Test func `that name other subjects or another type than the target`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("resource.closed", #"{"resource":"R1"}"#, at: "2024-05-06", id: "closed")
    let data = try ledger.retraction("closed")
    #expect(
      try ledger.refusal("event.retracted", data.replacing("resource:R1", with: "resource:R2"))
        == .copyDiffers(field: "subjects", given: "[resource:R2]", recorded: "[resource:R1]"))
    #expect(
      try ledger.refusal("event.retracted", data.replacing("resource.closed", with: "resource.opened"))
        == .copyDiffers(field: "targetType", given: "resource.opened", recorded: "resource.closed"))
  }

  @Test func `of what later events rest on`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", event: "acquired")
    let closed = try ledger.add("resource.closed", #"{"resource":"R2"}"#, at: "2024-05-06", id: "closed")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("acquired"))
        == .retractionLeavesDangling(Tag("resource:R2"), dependent: closed))
    try ledger.retract("closed")
    try ledger.retract("acquired")

    let exemption = #"{"resource":"R1","ground":"classified","document":"d","approvedBy":"x-org"}"#
    try ledger.add("resource.exempted", exemption, at: "2024-06-01", id: "exempted")
    let ended = try ledger.add("exemption.ended", #"{"resource":"R1"}"#, at: "2024-06-02")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("exempted"))
        == .retractionLeavesDangling(Tag("resource:R1"), dependent: ended))
  }

  @Test func `of a party that owns something`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("party.registered", #"{"party":"x-new","kind":"unit"}"#, id: "new")
    let acquired = try ledger.addResource("R2", unit: "x-new", event: "acquired")
    #expect(
      try ledger.refusal("event.retracted", ledger.retraction("new"))
        == .retractionLeavesDangling(Tag("party:x-new"), dependent: acquired))
    try ledger.retract("acquired")
    try ledger.retract("new")
  }
}
