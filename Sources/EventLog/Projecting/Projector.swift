public import EventModel

/// In which order a projector is given the events.
public enum ProjectionOrder: Sendable {
  /// By position: as they were recorded.
  case position
  /// By valid time, then position: a late fact takes its true place. The replay first sorts 16 bytes an event and then
  /// reads each event alone, about a microsecond.
  case valid
}

/// Folds the events of a ledger into any state, and the state into an answer: what a view offers beyond its questions.
///
/// A projector only says what an event means. Which events are true at V and known at K, and which were taken back, is
/// decided by the replay; a projector never sees a retraction, nor an event after V or K.
///
/// It is pure: what it does depends on its parameters and the events alone, never on time, disk, locale, chance or the
/// order of a dictionary, so that a second machine with the same log comes to the same bytes.
///
/// ```swift
/// let counted = try ledger.view().project(UsesByUnit())
/// print(counted.output, counted.hash)
/// ```
public protocol Projector: Sendable {
  /// What is known after some events.
  associatedtype State: Sendable
  /// The answer.
  associatedtype Output: Sendable

  /// Its name, in letters and hyphens, such as `uses-by-unit`.
  var name: String { get }
  /// Raised whenever the same events may lead to another answer.
  var revision: Int { get }
  /// What the caller chose, in a fixed order.
  var parameters: [ProjectorParameter] { get }
  /// The types of events it looks at, or `nil` for all; others are passed over without being read.
  var types: Set<EventType>? { get }
  /// In which order it needs the events; by position unless it says otherwise.
  var order: ProjectionOrder { get }

  /// The state before any event.
  func start() -> State
  /// Takes an event into account.
  ///
  /// - Parameters:
  ///   - event: a view of the stored record; it cannot be kept, only what is read from it.
  ///   - state: what is known so far.
  func apply(_ event: EventView, to state: inout State) throws
  /// The answer that follows from all events.
  func finish(_ state: consuming State, asOf: AsOf) throws -> Output
  /// Writes the answer as canonical JSON: equal answers are equal bytes.
  func write(_ output: Output, to writer: inout JSONWriter)
}

extension Projector {
  /// None.
  public var parameters: [ProjectorParameter] { [] }
  /// By position.
  public var order: ProjectionOrder { .position }
}

/// A projector whose states of neighbouring stretches of the log can be joined, so that a replay uses all cores.
///
/// The law: folding all events gives the same answer as folding any stretches of them apart, each from ``Projector/start()``,
/// and joining the states in order. Its ``Projector/order`` is not asked.
public protocol MergeableProjector: Projector {
  /// Joins the state of the events that follow to the state of those before them.
  func merge(_ later: consuming State, into earlier: inout State)
}

/// A choice that changes what a projector answers.
public struct ProjectorParameter: Sendable, Hashable {
  /// What is chosen.
  public let name: String
  /// The choice, as text.
  public let value: String

  /// Names a choice.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Projector {
  /// The SHA-256 over name, revision, parameters and the schemas of the types it looks at: another one when its rules
  /// or what its events mean may be others.
  public var fingerprint: ContentHash {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("name")
    writer.string(name)
    writer.key("revision")
    writer.int(Int64(revision))
    writer.key("parameters")
    writer.beginArray()
    for parameter in parameters {
      writer.beginArray()
      writer.string(parameter.name)
      writer.string(parameter.value)
      writer.endArray()
    }
    writer.endArray()
    writer.key("schemas")
    writer.string(schemasHash.text)
    writer.endObject()
    return ContentHash(hashing: writer.bytes)
  }

  /// The SHA-256 over name, code, version and schema of its types, in order of their codes.
  private var schemasHash: ContentHash {
    var text = ""
    for type in EventType.allCases.sorted(by: { $0.rawValue < $1.rawValue }) where types?.contains(type) ?? true {
      text += "\(type.wireName) \(type.rawValue) \(type.schemaVersion) \(type.schemaText)\n"
    }
    return ContentHash(hashing: Array(text.utf8))
  }
}
