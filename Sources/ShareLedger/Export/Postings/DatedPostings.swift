internal import EventModel
internal import Sharing

/// What an event posts on one civil day: per commodity it sums to zero, like the whole.
struct DatedPostings {
  let event: RecordedEvent
  let day: Day
  /// Each posting with its place in the event's entry, counted from 1.
  private(set) var lines: [(number: Int, posting: Posting)] = []

  /// The postings of an event up to a day, one group a day, the days in order.
  ///
  /// - Throws: `Refusal` when the event has no entry, which a recorded one always has.
  static func all(of event: RecordedEvent, through last: Day) throws(Refusal) -> [DatedPostings] {
    var groups: [DatedPostings] = []
    for (index, posting) in try ChartOfAccounts().entry(of: event.event).postings.enumerated() {
      guard posting.day <= last else { continue }
      let place = groups.firstIndex { $0.day >= posting.day } ?? groups.endIndex
      if place == groups.endIndex || groups[place].day != posting.day {
        groups.insert(DatedPostings(event: event, day: posting.day), at: place)
      }
      groups[place].lines.append((index + 1, posting))
    }
    return groups
  }

  /// The things the event concerns but parties and resources, which its accounts name; of several of a kind none.
  var links: [Tag] {
    let tags = event.event.tags.filter { $0.kind != .party && $0.kind != .resource }
    return tags.filter { tag in tags.reduce(0) { $0 + ($1.kind == tag.kind ? 1 : 0) } == 1 }
  }

  /// What the event takes back, whole or in part.
  var reversed: Tag? {
    switch event.event.payload {
    case .chargeReversed(let data): Tag(.charge, data.charge)
    case .usageCorrected(let data): Tag(.usage, data.usage)
    case .usageVoided(let data): Tag(.usage, data.usage)
    case .voucherDeductionReversed(let data): Tag(.deduction, data.deduction)
    default: nil
    }
  }
}
