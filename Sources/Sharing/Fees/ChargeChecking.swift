import EventLog
import EventModel

/// Checks charges one after another; the standards of a resource are read once.
struct ChargeChecking {
  private let asOf: AsOf
  private var books: [Identifier: FeeBook] = [:]

  init(_ asOf: AsOf) { self.asOf = asOf }

  /// Checks a charge, or answers `nil` when it is not known.
  mutating func check(_ id: Identifier, _ log: LogReader) throws -> ChargeCheck? {
    // The valid time of an assessment may lie after the day its service counts on.
    let timeline = try log.timeline(
      of: Tag(.charge, id), .money, types: [.chargeAssessed, .chargeAdjusted, .chargeReversed],
      asOf: AsOf(valid: .last, known: asOf.known))
    let state = ChargeState(folding: timeline)
    guard let charge = state.assessed else { return nil }
    return ChargeCheck(state, charge, try quote(charge, log), timeline.map(\.position).sorted())
  }

  private mutating func quote(
    _ charge: ChargeAssessed, _ log: LogReader
  ) throws -> Result<Quote, NoQuote> {
    switch try Service.read(charge.usage, log, asOf: asOf) {
    case .failure(let reason): return .failure(reason)
    case .success(let service):
      let userClass = try service.userClass(charge.userClass)
      let book = try book(of: service.resource, log)
      let quantities = ServiceQuantities(time: service.time, samples: service.samples)
      let standard = book.standard(for: service.resource, on: service.serviceDay)
      let items = ItemCounts(charge.lines, standard.map { Tariff($0.lines).lines(for: userClass) } ?? [])
      return book.quote(service, for: userClass) { index, line in
        line.basis == .perItem ? items[index] : quantities.quantity(of: line)
      }
    }
  }

  /// The standards of a resource, for its other charges too.
  mutating func book(of resource: Identifier, _ log: LogReader) throws -> FeeBook {
    if let known = books[resource] { return known }
    let book = try FeeBook(log, resource: resource, asOf: asOf)
    books[resource] = book
    return book
  }
}
