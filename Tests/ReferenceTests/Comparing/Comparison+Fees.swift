import EventLog
import EventModel
import Sharing

/// Standards in force, and what uses cost by them.
extension Comparison {
  mutating func compareFees(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let asOf = AsOf(valid: valid, known: known)
    let standards = here.standards(by: valid)
    let day = HistoryMaker.firstDay + Int.random(in: -20...HistoryMaker.spanDays + 60, using: &random)
    let on = try Day(number: Int64(day))
    var expected: [String: String] = [:]
    for (id, _) in HistoryMaker.resources {
      let resource = try Identifier(id)
      expected[id] = SlowLedger.inForce(standards, resource, on: day)?.data.standard.text
    }
    let (found, listed) = try ledger.log.read { log in
      let book = try FeeBook(log, asOf: asOf)
      var found: [String: String] = [:]
      for (id, _) in HistoryMaker.resources {
        found[id] = book.standard(for: try Identifier(id), on: on)?.standard.text
      }
      var listed: [String: String] = [:]
      for entry in book.standards(on: on) {
        for resource in entry.resources { listed[resource.text] = entry.standard.standard.text }
      }
      return (found, listed)
    }
    differences.compare("fee book", "on \(on) at \(valid), \(known)", found, expected)
    differences.compare("fee book list", "on \(on) at \(valid), \(known)", listed, expected)
    let (facts, there) = (here.facts(by: valid), here.usages(by: valid))
    for usage in slow.usages().map(\.usage).shuffled(using: &random).prefix(12) {
      let id = try Identifier(usage)
      let quote = try ledger.log.read {
        try Quoting.quote(usage: id, userClass: nil, items: 0, $0, asOf: asOf)
      }
      differences.compare(
        "quote", "\(usage) at \(valid), \(known)", Comparison.told(quote),
        SlowLedger.quote(there.first { $0.usage == usage }, standards, facts))
    }
  }

  private static func told(_ quote: Result<Quote, NoQuote>) -> SlowQuote? {
    switch quote {
    case .failure(.usageUnknown): .unknown
    case .failure(.usageVoided): .voided
    case .failure(.noStandardInForce): .noStandard
    case .failure(.amountTooLarge): nil
    case .success(let quote):
      .price(
        standard: quote.standard.text, quantities: quote.lines.map { Int($0.quantity) },
        amounts: quote.lines.map { Int($0.amount.amount) }, total: Int(quote.total.amount))
    }
  }
}
