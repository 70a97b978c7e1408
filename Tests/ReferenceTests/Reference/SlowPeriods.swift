import EventModel

/// Closed periods, folded by hand in order of position (a close counts from when it is recorded).
struct SlowPeriods {
  struct Books {
    /// The last closed day, `nil` while nothing is closed.
    var closedThrough: Int?
    var commodities: Set<String> = []
  }

  private(set) var books: [String: Books] = [:]

  init(_ events: [RecordedEvent]) {
    for event in events.sorted(by: { $0.position < $1.position }) {
      switch event.event.payload {
      case .periodClosed(let data):
        books[data.books.text] = Books(
          closedThrough: SlowTime.day(data.through), commodities: Set(data.controlTotals.map(\.commodity.wireName)))
      case .periodReopened(let data): books[data.books.text]?.closedThrough = SlowTime.day(data.from) - 1
      default: break
      }
    }
  }

  /// The last day that is closed for an account's unit, or for all books; `nil` when none is.
  func closedThrough(unit: String?, commodity: String) -> Int? {
    ["platform", unit].compactMap { name -> Int? in
      guard let name, let books = books[name], books.commodities.contains(commodity) else { return nil }
      return books.closedThrough
    }.max()
  }
}

/// What a close has to say of a period.
struct SlowTotals: Equatable {
  var debit: [String: Int] = [:]
  var credit: [String: Int] = [:]
  var count = 0
}

extension SlowLedger {
  var periods: SlowPeriods { SlowPeriods(events) }

  /// The sums above and below zero of the books' postings after the day they are closed through, up to a day.
  func totals(books: String, after: Int?, through: Int, commodities: Set<String>) -> SlowTotals {
    var totals = SlowTotals()
    for posting in postings where commodities.contains(posting.commodity) {
      guard books == "platform" || posting.unit == SlowPosting.escaped(books) else { continue }
      guard posting.day <= through, after.map({ posting.day > $0 }) ?? true else { continue }
      if posting.amount > 0 {
        totals.debit[posting.commodity, default: 0] += posting.amount
      } else {
        totals.credit[posting.commodity, default: 0] += posting.amount
      }
      totals.count += 1
    }
    return totals
  }
}
