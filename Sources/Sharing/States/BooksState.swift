package import EventLog
package import EventModel

/// How far books are closed, and in which commodities: a fold in order of position, since closing is an act of the ledger
/// and its order is that of the acts.
package struct BooksState: Sendable, Hashable {
  /// The last day on which nothing more is posted; `nil` while all days are open.
  package private(set) var closedThrough: Day?
  /// What the last closing closed; other commodities stay open to late truth.
  package private(set) var commodities: Set<Commodity> = []

  /// The state after the events that concern the books, in any order.
  package init(folding events: [RecordedEvent]) {
    for event in events.sorted(by: { $0.position < $1.position }) { take(event) }
  }

  /// The state before any event.
  init() {}

  /// Takes the next event that concerns the books into account.
  mutating func take(_ event: RecordedEvent) {
    switch event.event.payload {
    case .periodClosed(let data):
      closedThrough = data.through
      commodities = Set(data.controlTotals.map(\.commodity))
    case .periodReopened(let data):
      // Before the earliest day there is, nothing is closed.
      closedThrough = try? data.from.advanced(by: -1)
    default: break
    }
  }

  /// The books of a unit, or of the platform, as known at a position.
  package init(_ log: LogReader, books: Identifier, known: Position) throws {
    self.init(folding: try log.timeline(of: Tag(.books, books), .money, asOf: AsOf(valid: .last, known: known)))
  }

  /// Whether a posting of the commodity on the day is refused.
  package func closes(_ commodity: Commodity, on day: Day) -> Bool {
    closedThrough.map { day <= $0 } ?? false && commodities.contains(commodity)
  }
}
