import EventModel

/// Charges as they are assessed: lines that add up, for a usage that is charged once.
enum ChargeRules {
  static let all = [
    Rule("chargeNamesLines", types: [.chargeAssessed, .chargeAdjusted]) { event, _ in
      switch event.payload {
      case .chargeAssessed(let data): try LimitRules.notEmpty(data.lines, "lines")
      case .chargeAdjusted(let data): try LimitRules.notEmpty(data.lines, "lines")
      default: break
      }
    },
    Rule("chargeIsNotNegative", types: [.chargeAssessed]) { event, _ in
      guard case .chargeAssessed(let data) = event.payload else { return }
      for (index, line) in data.lines.enumerated() {
        try LimitRules.number(line.quantity.value, "lines[\(index)].quantity", in: 0...Fen.range.upperBound)
        try LimitRules.number(line.amount.amount, "lines[\(index)].amount", in: 0...Fen.range.upperBound)
      }
      try LimitRules.number(data.total.amount, "total", in: 0...Fen.range.upperBound)
    },
    Rule("chargeLinesAddUp", types: [.chargeAssessed, .chargeAdjusted, .chargeReversed]) { event, _ in
      switch event.payload {
      case .chargeAssessed(let data): try addUp(data.lines, data.total)
      case .chargeAdjusted(let data): try addUp(data.lines, data.total)
      case .chargeReversed(let data): try addUp(data.lines, data.total)
      default: break
      }
    },
    Rule("chargeFollowsItsUsage", types: [.chargeAssessed]) { event, context in
      guard case .chargeAssessed(let data) = event.payload else { return }
      let tag = Tag(.usage, data.usage)
      let timeline = try context.timeline(of: tag, .use)
      let whole = UsageState(folding: timeline)
      if whole.isVoided {
        throw Refusal.wrongState(tag, state: whole.stateName(for: event.type), event: event.type)
      }
      guard let facts = facts(timeline, at: event.validTime) else { return }
      try Copies.check("unit", data.unit, equals: whole.unit)
      try Copies.check("resource", data.resource, equals: whole.resource)
      try Copies.check("user", data.user, equals: facts.user)
      try Copies.check("operator", data.operator, equals: facts.operator)
      let days = facts.days.map(\.day)
      guard let first = days.first, let last = days.last, !days.contains(data.serviceDay) else { return }
      throw Refusal.dayOutOfRange(field: "serviceDay", day: data.serviceDay, earliest: first, latest: last)
    },
    Rule("usageIsChargedOnce", types: [.chargeAssessed]) { event, context in
      guard case .chargeAssessed(let data) = event.payload else { return }
      if let charge = try context.liveCharge(of: data.usage, from: event.validTime) {
        throw Refusal.usageAlreadyCharged(usage: data.usage, charge: charge)
      }
    },
    Rule("chargedUsageIsNotVoided", types: [.usageVoided]) { event, context in
      guard case .usageVoided(let data) = event.payload else { return }
      if let charge = try context.liveCharge(of: data.usage, from: event.validTime) {
        throw Refusal.wrongState(Tag(.usage, data.usage), state: "charged by \(charge)", event: event.type)
      }
    },
  ]

  private static func addUp(_ lines: [ChargeLine], _ total: Fen) throws(Refusal) {
    let sum = lines.reduce(Int128(0)) { $0 + Int128($1.amount.amount) }
    if sum != Int128(total.amount) { throw .linesDoNotAddUp(total: total.amount, sum: "\(sum)") }
  }

  /// The facts of a usage at a time; a charge older than its usage's record follows the record.
  private static func facts(_ timeline: [RecordedEvent], at validTime: Instant) -> UsageFacts? {
    if let facts = UsageState(folding: timeline, at: validTime).facts { return facts }
    for event in timeline {
      if case .usageRecorded(let data) = event.event.payload { return data.facts }
    }
    return nil
  }
}
