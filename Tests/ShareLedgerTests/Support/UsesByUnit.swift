import ShareLedger

// The worked example of the article Projections, word for word.

// Projector
/// How long the instruments of each unit were used, as first recorded.
struct UsesByUnit: MergeableProjector {
  struct State: Sendable {
    var units = Interner()
    var seconds: [Int64] = []

    mutating func add(_ amount: Int64, to unit: UInt32) {
      if unit == seconds.count { seconds.append(0) }
      seconds[Int(unit)] += amount
    }
  }

  struct Use: Sendable, Equatable {
    let unit: Identifier
    let seconds: Int64
  }

  var name: String { "uses-by-unit" }
  var revision: Int { 1 }
  var types: Set<EventType>? { [.usageRecorded] }

  func start() -> State { State() }

  func apply(_ event: EventView, to state: inout State) throws {
    let usage = try UsageRecordedView(event.payload)
    let seconds = (usage.end.microseconds - usage.start.microseconds) / 1_000_000
    state.add(seconds, to: state.units.intern(usage.unit))
  }

  func merge(_ later: consuming State, into earlier: inout State) {
    for (unit, seconds) in zip(earlier.units.merge(later.units), later.seconds) { earlier.add(seconds, to: unit) }
  }

  func finish(_ state: consuming State, asOf: AsOf) -> [Use] {
    var uses: [Use] = []
    for (number, seconds) in state.seconds.enumerated() {
      if let unit = state.units.identifier(UInt32(number)) { uses.append(Use(unit: unit, seconds: seconds)) }
    }
    return uses.sorted { $0.unit < $1.unit }
  }

  func write(_ output: [Use], to writer: inout JSONWriter) {
    writer.beginObject()
    for use in output {
      writer.key(use.unit.text)
      writer.int(use.seconds)
    }
    writer.endObject()
  }
}
// end
