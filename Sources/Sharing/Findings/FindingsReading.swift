import EventLog
import EventModel

/// The rules at work on what all events said.
struct FindingsReading {
  let asOf: AsOf
  /// The day of V.
  let day: Day
  let kept: KeptTimelines
  let policies: PolicyBook
  let state: FindingsState
  /// What is found so far.
  var found: [Finding] = []

  init(_ state: consuming FindingsState, asOf: AsOf) throws {
    self.asOf = asOf
    day = asOf.valid.day
    kept = KeptTimelines(state.kept)
    state.kept = KeptEvents()
    state.use.settle()
    var published: [RecordedEvent] = []
    try kept.forEach(.policy) { published += $1 }
    policies = PolicyBook(published)
    self.state = state
  }

  /// Applies every rule.
  consuming func findings() throws -> [Finding] {
    try findResources()
    try findVoices()
    try findVouchers()
    findMoney()
    findLateness()
    try findCharges()
    try findPurchases()
    return found.sorted()
  }

  /// A parameter in force on a day, and the edition that says so.
  func threshold(_ parameter: Policy.Parameter, on day: Day) -> (value: Int64, edition: PolicyBook.Edition?)? {
    let edition = policies.edition(on: day)
    return (edition?.policy ?? Policy())[parameter].map { ($0, edition) }
  }

  /// Whether a parameter the regulation does not name was ever published.
  func isPublished(_ parameter: Policy.Parameter) -> Bool {
    policies.editions.contains { $0.policy[parameter] != nil }
  }

  /// The years that were over by V, from the first one asked for.
  func yearsOver(from first: Int) -> Range<Int> { first..<max(first, day.civil.year) }
}

extension Finding {
  /// Names the policy that decided, with the event that published it.
  mutating func judge(by edition: PolicyBook.Edition?) {
    policy = edition?.id
    if let position = edition?.position { evidence.append(position) }
    evidence = Set(evidence).sorted()
  }
}

extension Day {
  /// The day after; the last day there is has none.
  var following: Day { (try? advanced(by: 1)) ?? self }

  /// So many days later, at most the last day there is.
  func later(by days: Int64) -> Day { (try? advanced(by: Int(days))) ?? .last }

  /// The first day of a year of the calendar.
  static func first(of year: Int) -> Day { (try? Day(year: year, month: 1, day: 1)) ?? .last }

  /// The last day of a year of the calendar.
  static func last(of year: Int) -> Day { (try? Day(year: year, month: 12, day: 31)) ?? .last }
}
