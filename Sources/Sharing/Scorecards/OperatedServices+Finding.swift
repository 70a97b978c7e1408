import EventLog
import EventModel

/// Which usages and charges name an operator.
struct OperatedServices {
  private(set) var usages: Set<Identifier> = []
  private(set) var charges: Set<Identifier> = []
  /// The operators that are not the owner.
  private(set) var servants: Set<Identifier> = []

  /// Those that concern one party, as owner or as operator.
  ///
  /// - Complexity: O(usages and charges of the party).
  init(_ log: LogReader, of party: Identifier, known: Position) throws {
    let asOf = AsOf(valid: .last, known: known)
    let used: Set<EventType> = [.usageRecorded, .usageCorrected]
    for event in try log.timeline(of: Tag(.party, party), .use, types: used, asOf: asOf) { add(event.event.payload) }
    for event in try log.timeline(of: Tag(.party, party), .money, types: [.chargeAssessed], asOf: asOf) {
      add(event.event.payload)
    }
  }

  /// None; ``add(_:)`` finds them.
  init() {}

  /// Looks at an event of the log; only those that name an operator are decoded.
  mutating func add(_ view: EventView) throws {
    switch view.type {
    case .usageRecorded:
      if try UsageRecordedView(view.payload).operator != nil { add(try view.recordedEvent().event.payload) }
    case .chargeAssessed:
      if try ChargeAssessedView(view.payload).operator != nil { add(try view.recordedEvent().event.payload) }
    case .usageCorrected: add(try view.recordedEvent().event.payload)
    default: break
    }
  }

  private mutating func add(_ payload: EventPayload) {
    switch payload {
    case .usageRecorded(let data):
      if isOperated(data.operator, data.unit) { usages.insert(data.usage) }
    case .usageCorrected(let data):
      if isOperated(data.was.operator, data.unit) { usages.insert(data.usage) }
      if isOperated(data.now.operator, data.unit) { usages.insert(data.usage) }
    case .chargeAssessed(let data):
      if isOperated(data.operator, data.unit) { charges.insert(data.charge) }
    default: break
    }
  }

  /// Whether another party than the owner served, which is remembered.
  private mutating func isOperated(_ servant: Identifier?, _ owner: Identifier) -> Bool {
    guard let servant, servant != owner else { return false }
    servants.insert(servant)
    return true
  }

  /// Calls `body` with every amount that moves from an owner to an operator.
  func forEachShare(_ log: LogReader, known: Position, _ body: (OperatedService.Share) throws -> Void) throws {
    for usage in usages { try OperatedService(usage: usage, log, known: known).shares.forEach(body) }
    for charge in charges { try OperatedService(charge: charge, log, known: known).shares.forEach(body) }
  }
}
