import EventLog
import EventModel

/// Assessments: of indicators the cycle goes by, scores that add up and know no future, each said once.
enum AssessmentRules {
  private static let saidOnce: Set<EventType> = [.assessmentRecorded, .scoreFrozen, .gradeDecided]

  static let all = [
    Rule("cycleHasDays", types: [.cycleOpened]) { event, _ in
      guard case .cycleOpened(let data) = event.payload, data.to < data.from else { return }
      throw Refusal.lastDayBeforeFirst(from: data.from, to: data.to)
    },
    Rule("assessmentIsOfAnIndicator", types: [.assessmentRecorded]) { event, context in
      guard case .assessmentRecorded(let data) = event.payload,
        let cycle = try context.cycle(data.cycle), let set = try context.indicatorSet(cycle.indicatorSet)
      else { return }
      if !set.indicators.contains(where: { $0.id == data.indicator }) {
        throw Refusal.indicatorNotInSet(indicator: data.indicator, set: set.set)
      }
    },
    Rule("scoreIsOfItsCycle", types: [.scoreFrozen]) { event, context in
      guard case .scoreFrozen(let data) = event.payload, let cycle = try context.cycle(data.cycle) else { return }
      try Copies.check("indicatorSet", data.indicatorSet, equals: cycle.indicatorSet)
      try Copies.check("period.from", data.period.from, equals: cycle.from)
      try Copies.check("period.to", data.period.to, equals: cycle.to)
    },
    Rule("scoreAddsUp", types: [.scoreFrozen]) { event, context in
      guard case .scoreFrozen(let data) = event.payload, let set = try context.indicatorSet(data.indicatorSet)
      else { return }
      try Copies.check("points", data.points.map(\.indicator), equals: set.indicators.map(\.id))
      for (score, indicator) in zip(data.points, set.indicators) {
        try LimitRules.number(score.points.value, "\(indicator.id).points", in: 0...max(0, indicator.cap.value))
      }
      let sum = data.points.reduce(Int128(0)) { $0 + Int128($1.points.value) }
      if sum != Int128(data.total.value) { throw Refusal.pointsDoNotAddUp(total: data.total.value, sum: "\(sum)") }
    },
    Rule("scoreKnowsNoFuture", types: [.scoreFrozen]) { event, context in
      guard case .scoreFrozen(let data) = event.payload else { return }
      try context.requireRecorded(data.knownAt, "knownAt")
    },
    Rule("saidOnceInACycle", types: saidOnce) { event, context in
      guard let said = Said(event), let unit = OversightStep(event.payload)?.party else { return }
      let before = try context.timeline(of: Tag(.party, unit), .oversight).first {
        Said($0.event) == said && OversightStep($0.event.payload)?.party == unit
      }
      if let before {
        throw Refusal.saidInCycle(event.type, unit: unit, cycle: said.cycle, recordedAt: before.position)
      }
    },
  ]

  /// What can be said of a unit once in a cycle.
  private struct Said: Equatable {
    let type: EventType
    let cycle: Identifier
    var indicator: Identifier?

    init?(_ event: Event) {
      type = event.type
      switch event.payload {
      case .assessmentRecorded(let data): (cycle, indicator) = (data.cycle, data.indicator)
      case .scoreFrozen(let data): cycle = data.cycle
      case .gradeDecided(let data): cycle = data.cycle
      default: return nil
      }
    }
  }
}

extension RuleContext {
  /// How an assessment cycle began.
  func cycle(_ cycle: Identifier) throws -> CycleOpened? {
    guard case .cycleOpened(let data) = try creation(of: Tag(.cycle, cycle)) else { return nil }
    return data
  }

  func indicatorSet(_ set: Identifier) throws -> IndicatorSetPublished? {
    guard case .indicatorSetPublished(let data) = try creation(of: Tag(.indicatorSet, set)) else { return nil }
    return data
  }

  /// - Throws: ``Refusal/positionAheadOfLog(field:position:head:)`` unless something is recorded at the position.
  func requireRecorded(_ position: Position, _ field: String) throws {
    if position > log.head { throw Refusal.positionAheadOfLog(field: field, position: position, head: log.head) }
  }
}
