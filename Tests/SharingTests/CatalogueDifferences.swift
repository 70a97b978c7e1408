import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `The difference between two moments of knowledge` {
  @Test func `names rows, fields and the events that made them so`() throws {
    let ledger = try TestLedger.world()
    try ledger.addResource("R2", event: "R2")
    try ledger.add("resource.statusChanged", #"{"resource":"R1","status":"retired"}"#, at: "2024-06-01", id: "retired")
    let earlier = try ledger.log.head()
    let retraction = try ledger.retract("retired")
    let added = try ledger.addResource("R3")
    try ledger.retract("R2")
    let registered = try ledger.add("resource.registered", #"{"resource":"R1","unit":"x-uni"}"#, at: "2024-02-10")
    let opened = try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-02-20")
    let renamed = try ledger.add("party.updated", #"{"party":"x-uni","name":"新名"}"#, at: "2024-02-21")
    try ledger.add("resource.statusChanged", #"{"resource":"R1","status":"retired"}"#, at: "2025-01-01")

    let difference = try ledger.difference("2024-12-31", from: earlier)
    #expect(difference.added.map(\.resource.text) == ["R3"] && difference.added.first?.lineage.contains(added) == true)
    #expect(difference.removed.map(\.resource.text) == ["R2"])
    let changes = difference.changed.map { change in
      "\(change.resource) \(change.field.name): \(change.old ?? "-") → \(change.new ?? "-") \(change.positions)"
    }
    #expect(
      changes == [
        "R1 unitName: 渝州大学 → 新名 [\(renamed)]",
        "R1 registeredOn: - → 2024-02-10 [\(registered)]",
        "R1 openedOn: - → 2024-02-20 [\(opened)]",
        "R1 daysLate: 305 → 0 [\(registered), \(opened)]",
        "R1 isOverdue: true → false [\(registered), \(opened)]",
        "R1 mode: - → external [\(opened)]",
        "R1 status: retired → normal [\(retraction)]",
      ])
  }

  @Test func `is empty between a moment and itself`() throws {
    let ledger = try TestLedger.world()
    let difference = try ledger.difference("2024-12-31", from: try ledger.log.head())
    #expect(difference.added.isEmpty && difference.removed.isEmpty && difference.changed.isEmpty)
  }
}
