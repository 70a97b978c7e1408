import ArgumentParser
import ShareLedger

/// Which events of the log.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only events of this type; may be repeated.", valueName: "type"),
    completion: .list(EventType.allCases.map(\.wireName)), transform: Arguments.eventType)
  var type: [EventType] = []

  @Option(
    help: ArgumentHelp(
      "Only events about this entity, such as resource:160; repeated, about all of them.", valueName: "kind:id"),
    transform: Arguments.tag)
  var tag: [Tag] = []

  @Option(help: ArgumentHelp("The first position.", valueName: "position"), transform: Arguments.position)
  var from: Position?

  @Option(help: ArgumentHelp("The last position.", valueName: "position"), transform: Arguments.position)
  var to: Position?

  @Option(
    help: ArgumentHelp(
      "Only events true by then (valid time): a day, meaning its end in Beijing, or an instant.",
      discussion: "Default: all.", valueName: "date|instant"),
    transform: Arguments.validTime)
  var at: Instant?

  @Option(
    help: ArgumentHelp(
      "Only events known then: up to a position, recorded by an instant, or under a checkpoint.",
      discussion: "Default: all.", valueName: "position|instant|file"),
    transform: Arguments.known)
  var known: Known?

  mutating func validate() throws {
    if to == .zero { throw ValidationError("positions start at 1") }
    if let from, let to, from > to { throw ValidationError("--from \(from) lies after --to \(to)") }
  }

  /// The types and tags asked for, or `nil` for all events.
  var query: EventQuery? {
    type.isEmpty && tag.isEmpty ? nil : EventQuery(types: Set(type), tags: tag)
  }

  /// The selection the library takes; the two times belong to the view it is asked in.
  func selection(_ direction: ScanDirection = .forward) -> EventSelection {
    let first = max(from ?? Position(1), Position(1))
    return EventSelection(query: query, positions: first...max(to ?? Position(.max), first), direction: direction)
  }

  /// The view the two times name; without them, everything recorded.
  func view(_ ledger: Ledger) throws(LedgerError) -> LedgerView {
    try ledger.view(at: at ?? .last, known: known ?? .head)
  }
}
