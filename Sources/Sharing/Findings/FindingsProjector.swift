public import EventLog
public import EventModel

/// All findings of a ledger in one replay.
///
/// Every rule looks at one thing at a time once all events are known, so stretches of the log can be read apart.
public struct FindingsProjector: MergeableProjector {
  /// What is known after some events.
  public struct State: Sendable {
    var state = FindingsState()
  }

  /// Finds by all rules.
  public init() {}

  /// `findings`.
  public var name: String { "findings" }
  /// Raised with every change of a rule.
  public var revision: Int { 2 }
  /// All: any event may have been recorded late.
  public var types: Set<EventType>? { nil }

  /// Nothing known.
  public func start() -> State { State() }

  /// Takes an event into account.
  public func apply(_ event: EventView, to state: inout State) throws { try state.state.apply(event) }

  /// Joins what the events that follow say.
  public func merge(_ later: consuming State, into earlier: inout State) { earlier.state.merge(later.state) }

  /// The findings in order of rule, party and subject.
  public func finish(_ state: consuming State, asOf: AsOf) throws -> [Finding] {
    // In place, since nobody else has the tables.
    state.state.use.settle()
    return try FindingsReading(state.state, asOf: asOf).findings()
  }

  /// Writes a list of objects.
  public func write(_ output: [Finding], to writer: inout JSONWriter) {
    writer.beginArray()
    for finding in output { finding.write(to: &writer) }
    writer.endArray()
  }
}

extension Finding {
  /// Writes an object: positions as strings, absent members left out.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rule", rule.rawValue)
    writer.member("article", rule.article)
    writer.member("party", party.text)
    writer.list("subjects", subjects.map(\.description))
    if !accounts.isEmpty { writer.list("accounts", accounts.map(\.text)) }
    writer.list("evidence", evidence.map(\.description))
    writer.member("since", since.description)
    if let curedOn { writer.member("curedOn", curedOn.description) }
    if let measure = rule.measure { writer.member("measure", measure.rawValue) }
    if let measured { writer.member("measured", measured) }
    if let threshold { writer.member("threshold", threshold) }
    if let policy { writer.member("policy", policy.text) }
    writer.endObject()
  }
}
