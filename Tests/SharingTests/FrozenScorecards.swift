import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `A frozen score` {
  private static func world() throws -> TestLedger {
    let ledger = try TestLedger.world()
    try ledger.publishSet([(.openRate, 5_000, 10_000, 5_000), (.externalHours, 5_000, 864_000, 6_000)])
    try ledger.add("resource.opened", #"{"resource":"R1","mode":"external"}"#, at: "2024-02-20", id: "open")
    try ledger.addUse("U1", hours: 24)
    try ledger.add(
      "cycle.opened", #"{"cycle":"AC","from":"2024-01-01","to":"2024-12-31","indicatorSet":"S"}"#, at: "2025-01-05")
    return ledger
  }

  private static func freeze(_ ledger: TestLedger) throws -> Position {
    let data = try #require(try ledger.card().frozen(in: Identifier("AC")))
    var event = try ledger.event("resource.closed", #"{"resource":"R1"}"#, at: "2025-01-20")
    event.payload = .scoreFrozen(data)
    return try #require(try ledger.log.append([event]).first).position
  }

  private static func drift(_ ledger: TestLedger) throws -> [ScoreDrift] {
    let asOf = try ledger.asOf("2025-05-31")
    return try ledger.log.read { try ScoreDrift.all($0, asOf: asOf) }
  }

  @Test func `has the bytes its card has for ever`() throws {
    let card = try Self.world().card()
    let text = String(decoding: card.canonicalBytes, as: UTF8.self)
    #expect(
      text == #"{"format":"shareledger.scorecard.1","party":"x-uni","role":"unit","from":"2024-01-01","#
        + #""through":"2024-12-31","validAt":"2024-12-31T23:59:59.999999+08:00","knownAt":"9","indicatorSet":"S","#
        + #""hourBase":1400,"cells":[{"indicator":"openRate","numerator":"1","denominator":"1","target":10000,"#
        + #""weight":5000,"cap":5000,"points":5000},{"indicator":"externalHours","numerator":"86400","#
        + #""denominator":"1","target":864000,"weight":5000,"cap":6000,"points":500}],"total":5500}"#)
    #expect(card.certificateHash.text == "cac15b179cd45f4566e94c666d774e188a389e3ad4b932fd2fe4bf395354c020")
  }

  @Test func `comes back byte for byte whatever is recorded later, and tells what moved it`() throws {
    let ledger = try Self.world()
    let known = try ledger.log.head()
    let bytes = try ledger.card().canonicalBytes
    let position = try Self.freeze(ledger)
    #expect(try Self.drift(ledger).map(\.isDrifted) == [false])
    let late = try ledger.addUse("U2", from: "2024-12-30", hours: 24)
    let retraction = try ledger.retract("open")
    try ledger.addUse("U3", from: "2025-01-01", hours: 24)
    #expect(try ledger.card(known: known).canonicalBytes == bytes)
    let drift = try #require(try Self.drift(ledger).first)
    #expect(drift.position == position && drift.isReproduced && drift.isDrifted)
    #expect(drift.then.total == drift.frozen.total.value && drift.now.total == 1_000)
    let moved = Dictionary(uniqueKeysWithValues: drift.explanations.map { ($0.indicator?.text ?? "", $0) })
    #expect(moved["openRate"]?.positions == [retraction] && moved["openRate"]?.points == -5_000)
    #expect(moved["externalHours"]?.positions == [late] && moved["externalHours"]?.points == 500)
    #expect(drift.explanations.allSatisfy { $0.addsUp })
  }

  @Test func `that nobody can reproduce is named`() throws {
    let ledger = try Self.world()
    var data = try #require(try ledger.card().frozen(in: Identifier("AC")))
    data.certificateHash = try ContentHash(String(repeating: "0", count: 64))
    var event = try ledger.event("resource.closed", #"{"resource":"R1"}"#, at: "2025-01-20")
    event.payload = .scoreFrozen(data)
    _ = try ledger.log.append([event])
    let drift = try #require(try Self.drift(ledger).first)
    #expect(!drift.isReproduced && drift.isDrifted && drift.explanations.isEmpty)
  }
}

@Suite struct `A proposal` {
  @Test func `moves units in rank and points, and nothing is recorded`() throws {
    let ledger = try TestLedger.world()
    try ledger.addParty("x-b")
    try ledger.addResource("Rb", unit: "x-b", value: 30_000_000)
    try ledger.publishSet([(.openRate, 5_000, 10_000, 5_000)])
    try ledger.add("resource.opened", #"{"resource":"Rb","mode":"external"}"#, at: "2024-02-20")
    try ledger.addUse("U1", hours: 24)
    let head = try ledger.log.head()
    let question = ScoreQuestion(.unit, in: try TestLedger.days(), asOf: try ledger.asOf("2024-12-31"))
    func moves(_ proposal: ScoreProposal) throws -> [String] {
      try ledger.log.read { try WhatIf($0, question, by: .inForce, proposal) }.moves.map { move in
        let (before, after) = (move.before, move.after)
        return "\(move.party) \(before.rank)→\(after.rank) \(before.card.total)→\(after.card.total)"
      }
    }
    let set = try TestLedger.proposed(TestLedger.set(named: "T", [(.externalHours, 5_000, 86_400, 5_000)]))
    #expect(try moves(ScoreProposal(set: set)) == ["x-uni 2→1 0→5000", "x-b 1→2 5000→0"])
    let threshold = PolicyParameter(name: try Identifier("equipmentThresholdFen"), value: try Number(40_000_000))
    // Two totals of 0: x-b has no resource left for the hours to be divided by.
    #expect(try moves(ScoreProposal(parameters: [threshold])) == ["x-uni 2→1 0→0", "x-b 1→2 5000→0"])
    #expect(try ledger.log.head() == head)
  }

  @Test func `that could not be published is refused in the same words`() throws {
    let parameter = { (name: String, value: Int64) in
      PolicyParameter(name: try Identifier(name), value: try Number(value))
    }
    #expect(throws: Refusal.outOfRange(field: "parameters.registrationDays", value: -1, min: 0, max: 3_660)) {
      try ScoreProposal(parameters: [parameter("registrationDays", -1)])
    }
    #expect(throws: Refusal.illegalValue(field: "parameters", value: "nothing")) {
      try ScoreProposal(parameters: [parameter("nothing", 1)])
    }
    #expect(throws: Refusal.namedTwice(field: "parameters", value: "registrationDays")) {
      try ScoreProposal(parameters: [parameter("registrationDays", 1), parameter("registrationDays", 2)])
    }
    let set = try TestLedger.proposed(TestLedger.set(named: "T", [(.openRate, 1, 0, 1)]))
    #expect(throws: Refusal.outOfRange(field: "openRate.target", value: 0, min: 1, max: Fen.range.upperBound)) {
      try ScoreProposal(set: set)
    }
  }
}
