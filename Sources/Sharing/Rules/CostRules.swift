import EventModel

/// Costs: what is moved between pools is there to be moved.
enum CostRules {
  static let all = [
    Rule("allocationRepeatsTheCost", types: [.costAllocated]) { event, context in
      guard case .costAllocated(let data) = event.payload else { return }
      if data.fromPool == data.toPool { throw Refusal.namedTwice(field: "toPool", value: data.toPool.text) }
      let timeline = try context.timeline(of: Tag(.cost, data.cost), .money)
      guard let recorded = CostState(folding: timeline).recorded else { return }
      try Copies.check("unit", data.unit, equals: recorded.unit)
      try Copies.check("component", data.component.wireName, equals: recorded.component.wireName)
      // A supplier's credit is moved as a credit.
      let sign = recorded.amount > .zero ? 1...Fen.range.upperBound : Fen.range.lowerBound...(-1)
      try LimitRules.number(data.amount.amount, "amount", in: sign)
    },
    Rule("poolHasWhatIsMoved", types: [.costAllocated]) { event, context in
      guard case .costAllocated(let data) = event.payload else { return }
      let tag = Tag(.cost, data.cost)
      let timeline = try context.timeline(of: tag, .money)
      let state = CostState(folding: timeline, at: event.validTime)
      let left = state.pools[data.fromPool] ?? 0
      if state.recorded != nil, data.amount.amount.magnitude > left.magnitude {
        throw Refusal.allocationAboveCost(
          cost: data.cost, pool: data.fromPool, amount: data.amount.amount, left: left)
      }
      try Lifecycle<CostState>.insert(context.candidate(event), into: timeline, of: tag)
    },
  ]
}
