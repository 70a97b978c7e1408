import EventLog
import EventModel
import Testing

/// Short ways to facts about money: usage `U1` of `R1` by `u1` on 2024-05-06, charged by `C1`.
extension TestLedger {
  /// The world with a recorded usage `U1` and the authority `x-bureau`.
  static func usedWorld() throws -> TestLedger {
    let ledger = try world()
    try ledger.addParty("x-bureau", kind: "authority")
    try ledger.add("usage.recorded", usage(), at: "2024-05-06")
    return ledger
  }

  /// The same with the charge `C1`: labour 8.00 and water 2.00 yuan, assessed on 2024-05-07.
  static func chargedWorld() throws -> TestLedger {
    let ledger = try usedWorld()
    try ledger.add("charge.assessed", charge(), at: "2024-05-07")
    return ledger
  }

  static func line(_ component: String, _ amount: Int64, _ quantity: Int64 = 0, label: String? = nil) -> String {
    let label = label.map { #","label":"\#($0)""# } ?? ""
    return #"{"component":"\#(component)"\#(label),"quantity":\#(quantity),"amount":\#(amount)}"#
  }

  static let lines = line("labour", 800, 14_400) + "," + line("water", 200)

  static func charge(
    _ id: String = "C1", usage: String = "U1", unit: String = "x-uni", resource: String = "R1", user: String = "u1",
    day: String = "2024-05-06", lines: String = lines, total: Int64 = 1_000, more: String = ""
  ) -> String {
    """
    {"charge":"\(id)","unit":"\(unit)","resource":"\(resource)","user":"\(user)","usage":"\(usage)","pool":"p",\
    "serviceDay":"\(day)","lines":[\(lines)],"total":\(total)\(more)}
    """
  }

  /// What every later event of a charge repeats, and more.
  static func step(_ more: String, charge: String = "C1", unit: String = "x-uni", user: String = "u1") -> String {
    #"{"charge":"\#(charge)","unit":"\#(unit)","user":"\#(user)",\#(more)}"#
  }

  static func payment(_ id: String, _ amount: Int64, charge: String = "C1", more: String = "") -> String {
    step(#""payment":"\#(id)","amount":\#(amount)\#(more)"#, charge: charge)
  }

  static func refund(_ id: String, _ amount: Int64, charge: String = "C1") -> String {
    step(#""refund":"\#(id)","amount":\#(amount),"reason":"r""#, charge: charge)
  }

  static func waiver(_ amount: Int64, charge: String = "C1") -> String {
    step(#""amount":\#(amount),"reason":"r","approver":"x-uni""#, charge: charge)
  }

  /// An adjustment or a reversal.
  static func change(_ lines: String, _ total: Int64, charge: String = "C1", pool: String = "p") -> String {
    step(
      #""pool":"\#(pool)","lines":[\#(lines)],"total":\#(total),"reason":"r","approver":"x-uni""#, charge: charge)
  }

  static let opposite = line("labour", -800, -14_400) + "," + line("water", -200)

  static func cost(
    _ id: String = "K1", _ amount: Int64, pool: String = "p", unit: String = "x-uni", more: String = ""
  ) -> String {
    #"{"cost":"\#(id)","unit":"\#(unit)","pool":"\#(pool)","component":"water","amount":\#(amount)\#(more)}"#
  }

  static func closing(_ books: String, _ through: String, _ totals: String, _ postings: Int) -> String {
    #"{"books":"\#(books)","through":"\#(through)","controlTotals":[\#(totals)],"postings":\#(postings)}"#
  }

  static func total(_ commodity: String, _ debit: Int64, _ credit: Int64) -> String {
    #"{"commodity":"\#(commodity)","debit":\#(debit),"credit":\#(credit)}"#
  }

  static func reopening(_ books: String, _ from: String, authority: String = "x-bureau") -> String {
    #"{"books":"\#(books)","from":"\#(from)","authority":"\#(authority)","reason":"r"}"#
  }

  /// Why a batch is refused, and at which event, after checking that nothing of it was written.
  func batchRefusal(_ events: [Event]) throws -> (index: Int, refusal: Refusal)? {
    let head = try log.head()
    do throws(AppendError) {
      let outcomes = try log.append(events)
      Issue.record("admitted: \(outcomes)")
      return nil
    } catch {
      let after = try log.head()
      #expect(after == head, "a refusal writes nothing")
      guard case .refused(let index, let refusal) = error else { throw error }
      return (index, refusal)
    }
  }
}
