import EventModel

/// A cost after the events of its timeline: how much of it each pool bears.
struct CostState: EntityState {
  /// How the cost was recorded.
  private(set) var recorded: CostRecorded?
  /// What each pool bears of it, in fen; below zero for a supplier's credit.
  private(set) var pools: [Identifier: Int64] = [:]

  func stateName(for type: EventType) -> String {
    guard let recorded else { return "not recorded" }
    let shares = pools.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return "\(recorded.amount) fen, in \(shares.joined(separator: ", "))"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .costRecorded: recorded == nil
    case .costAllocated(let data): isPossible(data.amount.amount, outOf: data.fromPool)
    default: true
    }
  }

  private func isPossible(_ amount: Int64, outOf pool: Identifier) -> Bool {
    guard let recorded, amount != 0 else { return false }
    let left = pools[pool] ?? 0
    return recorded.amount > .zero ? amount > 0 && amount <= left : amount < 0 && amount >= left
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .costRecorded(let data):
      recorded = data
      pools[data.pool] = (pools[data.pool] ?? 0).plus(data.amount.amount)
    case .costAllocated(let data):
      pools[data.fromPool] = (pools[data.fromPool] ?? 0).minus(data.amount.amount)
      pools[data.toPool] = (pools[data.toPool] ?? 0).plus(data.amount.amount)
    default: break
    }
  }
}
