public import EventLog
public import EventModel

/// The public tables of one question, by one replay.
public struct DisclosureProjector: MergeableProjector {
  /// What is known after some events.
  public struct State: Sendable {
    var state = DisclosureState()
  }

  private let question: DisclosureQuestion

  /// Answers one question.
  public init(_ question: DisclosureQuestion) { self.question = question }

  /// `disclosure`.
  public var name: String { "disclosure" }
  /// Raised with every change of what is disclosed.
  public var revision: Int { 1 }
  /// The question.
  public var parameters: [ProjectorParameter] {
    [
      ProjectorParameter("from", question.period.from.description),
      ProjectorParameter("through", question.period.through.description),
      ProjectorParameter("unit", question.unit?.text ?? ""),
      ProjectorParameter("usersMin", String(question.usersMin)),
      ProjectorParameter("classDigits", String(question.classDigits)),
    ]
  }
  /// Resources, policies and usages.
  public var types: Set<EventType>? { DisclosureState.types }

  /// Nothing known.
  public func start() -> State { State() }

  /// Takes an event into account.
  public func apply(_ event: EventView, to state: inout State) throws {
    try state.state.apply(event, in: question.period)
  }

  /// Joins what the events that follow say.
  public func merge(_ later: consuming State, into earlier: inout State) { earlier.state.merge(later.state) }

  /// The tables, with what must not be published left out.
  public func finish(_ state: consuming State, asOf: AsOf) throws -> Disclosure {
    try DisclosureReading(state.state, question, asOf: asOf).disclosure()
  }

  /// Writes the tables; what `disclosure.published` keeps the hash of.
  public func write(_ output: Disclosure, to writer: inout JSONWriter) { output.write(to: &writer) }
}
