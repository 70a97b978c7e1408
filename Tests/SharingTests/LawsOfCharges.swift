import EventLog
import EventModel
import TestSupport
import Testing

@testable import Sharing

/// Random events about two charges of one user, early and late, possible and not.
private struct RandomSettlements {
  let ledger: TestLedger
  private(set) var recordedCount = 0

  init(eventCount: Int, using random: inout SeededRandom) throws {
    ledger = try TestLedger.chargedWorld()
    try ledger.add("usage.recorded", TestLedger.usage("U2"), at: "2024-05-06")
    try ledger.add("charge.assessed", TestLedger.charge("C2", usage: "U2"), at: "2024-05-08")
    for number in 0..<eventCount {
      let (type, data) = RandomSettlements.content("\(number)", using: &random)
      let day = Int.random(in: 6...28, using: &random)
      let event = try ledger.event(type, data, at: "2024-05-\(day < 10 ? "0" : "")\(day)")
      for result in try ledger.log.appendEach([event]) {
        switch result {
        case .success: recordedCount += 1
        case .failure(.refused): break
        case .failure(let error): throw error
        }
      }
    }
  }

  private static func content(_ id: String, using random: inout SeededRandom) -> (String, String) {
    let charge = Bool.random(using: &random) ? "C1" : "C2"
    let amount = Int64.random(in: -400...600, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1, 2: return ("payment.received", TestLedger.payment("P\(id)", amount, charge: charge))
    case 3, 4, 5: return ("refund.issued", TestLedger.refund("F\(id)", amount, charge: charge))
    case 6, 7: return ("charge.waived", TestLedger.waiver(amount, charge: charge))
    case 8, 9:
      let component = Bool.random(using: &random) ? "labour" : "water"
      return ("charge.adjusted", TestLedger.change(TestLedger.line(component, amount), amount, charge: charge))
    case 10: return ("charge.reversed", TestLedger.change(TestLedger.opposite, -1_000, charge: charge))
    default:
      let usage = charge == "C1" ? "U1" : "U2"
      return ("charge.assessed", TestLedger.charge("C\(id)", usage: usage))
    }
  }
}

@Suite struct `Laws of charges` {
  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `at no time and position is anything below zero or paid twice, and accounts agree with the charges`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let history = try RandomSettlements(eventCount: 160, using: &random)
    #expect(history.recordedCount > 20, "seed \(seed)")
    try history.ledger.log.read { log in
      let charges = try log.derived.entities(.charge, .money, known: log.head)
      func states(_ asOf: AsOf) throws -> [ChargeState] {
        try charges.map { ChargeState(folding: try log.timeline(of: Tag(.charge, $0), .money, asOf: asOf)) }
      }
      for known in (1...log.head.number).map(Position.init) {
        for _ in 0..<4 {
          let day = try Day(year: 2024, month: 5, day: Int.random(in: 5...29, using: &random))
          try check(states(AsOf(valid: day.end, known: known)), "seed \(seed), \(day) at \(known)")
        }
        let owed = try states(AsOf(valid: .last, known: known)).reduce(Int128(0)) { $0 + Int128($1.remainder) }
        let balance = try log.balance(of: Account("receivable:x-uni:u1"), through: .last, known: known)
        #expect(balance == owed, "seed \(seed), \(known)")
      }
    }
  }

  private func check(_ states: [ChargeState], _ place: String) {
    for state in states {
      #expect(state.sums.isPossible && state.paid >= 0 && state.waived >= 0, "\(place)")
      if state.isReversed { #expect(state.total == 0 && state.settled == 0, "\(place)") }
    }
    let charged = states.filter(\.isOpen).compactMap(\.assessed?.usage)
    #expect(Set(charged).count == charged.count, "\(place)")
  }
}
