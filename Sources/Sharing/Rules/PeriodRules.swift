import EventLog
import EventModel

/// Closing and reopening books.
enum PeriodRules {
  static let all = [
    Rule("closingNamesCommoditiesOnce", types: [.periodClosed]) { event, _ in
      guard case .periodClosed(let data) = event.payload else { return }
      try LimitRules.notEmpty(data.controlTotals, "controlTotals")
      try LimitRules.distinct(data.controlTotals.map(\.commodity.wireName), "controlTotals")
    },
    Rule("closedDaysAreOver", types: [.periodClosed]) { event, _ in
      guard case .periodClosed(let data) = event.payload, data.through > event.validTime.day else { return }
      throw Refusal.dayOutOfRange(
        field: "through", day: data.through, earliest: .first, latest: event.validTime.day)
    },
    Rule("booksCloseForward", types: [.periodClosed]) { event, context in
      guard case .periodClosed(let data) = event.payload else { return }
      if let closedThrough = try context.books(data.books).closedThrough, data.through <= closedThrough {
        throw Refusal.closedAlready(books: data.books, day: data.through, closedThrough: closedThrough)
      }
    },
    Rule("controlTotalsAreTheLedgers", types: [.periodClosed]) { event, context in
      guard case .periodClosed(let data) = event.payload else { return }
      let totals = try ControlTotals(
        context.log, books: data.books, after: context.books(data.books).closedThrough, through: data.through,
        known: context.log.head)
      try totals.check(data)
    },
    Rule("onlyClosedBooksAreReopened", types: [.periodReopened]) { event, context in
      guard case .periodReopened(let data) = event.payload else { return }
      guard let closedThrough = try context.books(data.books).closedThrough, data.from <= closedThrough else {
        throw Refusal.notClosed(books: data.books, day: data.from)
      }
    },
  ]
}

extension RuleContext {
  /// How far books are closed at the head.
  func books(_ books: Identifier) throws -> BooksState {
    try log.folded(Tag(.books, books), .money) { BooksState(folding: $0) }
  }
}
