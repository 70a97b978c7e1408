package import EventLog
public import EventModel

/// One cost of a pool, or the part of one that was moved into or out of it.
public struct CostEntry: Sendable, Hashable {
  /// The cost.
  public let cost: Identifier
  /// What exactly, in words.
  public let label: Text?
  /// How much, in fen; negative when it was moved away or is a supplier's credit.
  public let amount: Int64
  /// The civil day it counts on.
  public let day: Day
  /// The SHA-256 of the document that shows it; absent when none was named.
  public let evidenceHash: ContentHash?
  /// Whether it was moved between pools.
  public let isAllocation: Bool
  /// The event.
  public let position: Position
}

/// What one component of one cost pool is made of.
public struct CostPool: Sendable, Hashable {
  /// The unit.
  public let unit: Identifier
  /// The pool.
  public let pool: Identifier
  /// What the costs are for.
  public let component: CostComponent
  /// The costs, in order of position.
  public let entries: [CostEntry]

  /// What they add up to, in fen.
  public var total: Int128 { entries.reduce(0) { $0 + Int128($1.amount) } }
  /// How much of it no document shows, in fen.
  public var totalWithoutEvidence: Int128 {
    entries.reduce(0) { $0 + ($1.evidenceHash == nil ? Int128($1.amount) : 0) }
  }

  /// The cost pools of the scope, in order of unit, pool and component.
  ///
  /// - Complexity: O(costs of the unit), or without a unit one pass over the log.
  package static func all(_ log: LogReader, _ scope: ReportScope) throws -> [CostPool] {
    var entries: [RecoveryBook.Key: [CostEntry]] = [:]
    try scope.forEachEvent([.costRecorded, .costAllocated], log) { event, day in
      switch event.event.payload {
      case .costRecorded(let data):
        let key = RecoveryBook.Key(unit: data.unit, pool: data.pool, component: data.component)
        entries[key, default: []].append(
          CostEntry(
            cost: data.cost, label: data.label, amount: data.amount.amount, day: day,
            evidenceHash: data.evidenceHash, isAllocation: false, position: event.position))
      case .costAllocated(let data):
        let recorded = try CostPool.recorded(data.cost, log)
        for (pool, amount) in [(data.fromPool, data.amount.negated), (data.toPool, data.amount)] {
          let key = RecoveryBook.Key(unit: data.unit, pool: pool, component: data.component)
          entries[key, default: []].append(
            CostEntry(
              cost: data.cost, label: recorded?.label, amount: amount.amount, day: day,
              evidenceHash: recorded?.evidenceHash, isAllocation: true, position: event.position))
        }
      default: break
      }
    }
    return entries.sorted { $0.key < $1.key }.map { key, entries in
      CostPool(unit: key.unit, pool: key.pool, component: key.component, entries: entries)
    }
  }

  /// The cost a part of which was moved.
  private static func recorded(_ cost: Identifier, _ log: LogReader) throws -> CostRecorded? {
    guard let position = try log.firstPosition(of: .costRecorded, concerning: Tag(.cost, cost)),
      case .costRecorded(let data) = try log.event(at: position).event.payload
    else { return nil }
    return data
  }
}
