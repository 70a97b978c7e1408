import EventModel

/// On which days an event may count: not before its own, not ahead of its recording, and never on a closed one.
enum PostingDayRules {
  static let all = [
    Rule("postedOnFollowsTheDay") { event, context in
      guard let postedOn = PostingTerms(event.payload)?.postedOn else { return }
      let day = ownDay(event)
      if postedOn < day { throw Refusal.postedBeforeItsDay(postedOn: postedOn, day: day) }
      let latest = try Instant(microseconds: context.recordedTime.microseconds + TimeRules.aheadMaxMicroseconds).day
      if postedOn > latest {
        throw Refusal.dayOutOfRange(field: "postedOn", day: postedOn, earliest: day, latest: latest)
      }
    },
    Rule("closedDaysStayAsTheyAre") { event, context in
      guard let terms = PostingTerms(event.payload) else { return }
      var closed: [(books: Identifier, state: BooksState)] = []
      for books in terms.units + [.platformBooks] {
        let state = try context.books(books)
        if state.closedThrough != nil { closed.append((books, state)) }
      }
      // Mostly nothing is closed or the day is later, and no account need be named.
      if closed.allSatisfy({ isOpen(event, terms, $0.state) }) { return }
      for posting in try ChartOfAccounts().entry(of: event).postings {
        let unit = posting.account.unit
        for (books, state) in closed where books == .platformBooks || books == unit {
          guard let closedThrough = state.closedThrough, state.closes(posting.account.commodity, on: posting.day)
          else { continue }
          throw Refusal.dayClosed(books: books, day: posting.day, closedThrough: closedThrough)
        }
      }
    },
  ]

  /// Whether books are open to all an event posts, told from its day and commodities; `false` means look closer.
  private static func isOpen(_ event: Event, _ terms: PostingTerms, _ state: BooksState) -> Bool {
    guard let closedThrough = state.closedThrough else { return true }
    // Uses count on the days they were used, and count no money.
    if event.type.group == .use { return !state.commodities.contains(.sec) && !state.commodities.contains(.num) }
    return (terms.postedOn ?? ownDay(event)) > closedThrough
  }

  /// The day an event counts on when it names no other: that of the service for a charge, else the civil day it became
  /// true on.
  private static func ownDay(_ event: Event) -> Day {
    if case .chargeAssessed(let data) = event.payload { return data.serviceDay }
    return event.validTime.day
  }
}
