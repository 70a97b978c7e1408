import EventModel

/// What a cost has in each pool after its allocations.
struct SlowCost {
  let data: CostRecorded
  let validTime: Instant
  var pools: [String: Int]
}

extension SlowLedger {
  func costs(by valid: Instant = .last) -> [SlowCost] {
    var costs: [SlowCost] = []
    for event in facts(by: valid) {
      switch event.event.payload {
      case .costRecorded(let data):
        costs.append(
          SlowCost(data: data, validTime: event.event.validTime, pools: [data.pool.text: Int(data.amount.amount)]))
      case .costAllocated(let data):
        for index in costs.indices where costs[index].data.cost == data.cost {
          costs[index].pools[data.fromPool.text, default: 0] -= Int(data.amount.amount)
          costs[index].pools[data.toPool.text, default: 0] += Int(data.amount.amount)
        }
      default: break
      }
    }
    return costs
  }
}
