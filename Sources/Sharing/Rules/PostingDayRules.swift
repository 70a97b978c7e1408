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
      // Mostly nothing is closed, and no account need be named.
      if closed.isEmpty { return }
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

  /// The day an event counts on when it names no other: that of the service for a charge, else the civil day it became
  /// true on.
  private static func ownDay(_ event: Event) -> Day {
    if case .chargeAssessed(let data) = event.payload { return data.serviceDay }
    return event.validTime.day
  }
}
