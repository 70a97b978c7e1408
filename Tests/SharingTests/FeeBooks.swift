import EventLog
import EventModel
import Testing

@testable import Sharing

@Suite struct `The fee book` {
  private func inForce(_ world: FeeWorld, _ resource: String, on day: String, at valid: String = "2024-12-31") throws
    -> String?
  {
    let (id, day, asOf) = (try Identifier(resource), try Day(iso: day), try world.ledger.asOf(valid))
    return try world.ledger.log.read { log in
      let book = try FeeBook(log, asOf: asOf)
      let found = book.standard(for: id, on: day)
      #expect(try FeeBook(log, resource: id, asOf: asOf).standard(for: id, on: day) == found)
      #expect(book.standards(on: day).first { $0.resources.contains(id) }?.standard == found)
      return found?.standard.text
    }
  }

  @Test func `the standard that took effect last is in force from its first day on`() throws {
    let world = try FeeWorld()
    try world.publish("F1", resources: ["R1", "R2"], from: "2024-01-01")
    try world.publish("F2", resources: ["R1"], from: "2024-06-01", at: "2024-05-01")
    #expect(try inForce(world, "R1", on: "2023-12-31") == nil)
    #expect(try inForce(world, "R1", on: "2024-01-01") == "F1")
    #expect(try inForce(world, "R1", on: "2024-05-31") == "F1")
    #expect(try inForce(world, "R1", on: "2024-06-01") == "F2")
    #expect(try inForce(world, "R2", on: "2024-06-01") == "F1")
    #expect(try inForce(world, "R1", on: "2024-06-01", at: "2024-04-30") == "F1")
    #expect(try inForce(world, "R3", on: "2024-06-01") == nil)
  }

  @Test func `of two from the same day the one published later counts, then the one recorded later`() throws {
    let world = try FeeWorld()
    try world.publish("F2", at: "2023-12-02")
    try world.publish("F1", at: "2023-12-01")
    #expect(try inForce(world, "R1", on: "2024-01-01") == "F2")
    try world.publish("F0", at: "2023-12-02")
    #expect(try inForce(world, "R1", on: "2024-01-01") == "F0")
  }

  @Test func `a withdrawn standard holds to the day before, and the one before it holds again`() throws {
    let world = try FeeWorld()
    try world.publish("F1")
    try world.publish("F2", from: "2024-03-01", at: "2024-02-01")
    let withdrawn = try world.withdraw("F2", from: "2024-09-01", at: "2024-08-01")
    #expect(try inForce(world, "R1", on: "2024-08-31") == "F2")
    #expect(try inForce(world, "R1", on: "2024-09-01") == "F1")
    #expect(try inForce(world, "R1", on: "2024-09-01", at: "2024-07-31") == "F2")
    let asOf = try world.ledger.asOf("2024-12-31")
    let book = try world.ledger.log.read { try FeeBook($0, asOf: asOf) }
    let standard = try #require(book[Identifier("F2")])
    #expect(try standard.withdrawnFrom == Day(iso: "2024-09-01") && standard.positions.last == withdrawn)
    #expect(standard.publishedAt.string == "https://example.test/fees/F2")
  }

  @Test func `a retracted standard is none`() throws {
    let world = try FeeWorld()
    try world.publish("F1")
    try world.publish("F2", from: "2024-03-01", at: "2024-02-01")
    let before = try world.ledger.log.head()
    try world.ledger.retract("published-F2")
    #expect(try inForce(world, "R1", on: "2024-09-01") == "F1")
    let asOf = try world.ledger.asOf("2024-12-31", known: before)
    #expect(try world.ledger.log.read { try FeeBook($0, asOf: asOf).standards.count } == 2)
  }
}
