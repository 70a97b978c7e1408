import EventLog
import EventModel

/// Findings, orders and sanctions: on evidence that is there, for days to come, and a qualification lost before it is
/// restored.
enum SanctionRules {
  static let all = [
    Rule("evidenceIsRecorded", types: [.findingConfirmed, .fraudFound]) { event, context in
      let evidence: [Position] =
        switch event.payload {
        case .findingConfirmed(let data): data.evidence
        case .fraudFound(let data): data.evidence
        default: []
        }
      try LimitRules.notEmpty(evidence, "evidence")
      try LimitRules.distinct(evidence.map(\.description), "evidence")
      for (index, position) in evidence.enumerated() { try context.requireRecorded(position, "evidence[\(index)]") }
    },
    Rule(
      "deadlineLiesAhead",
      types: [.rectificationOrdered, .clawbackOrdered, .qualificationSuspended, .creditRecorded]
    ) { event, _ in
      switch event.payload {
      case .rectificationOrdered(let data): try ahead(data.due, "due", of: event)
      case .clawbackOrdered(let data): try ahead(data.due, "due", of: event)
      case .qualificationSuspended(let data): try ahead(data.until, "until", of: event)
      case .creditRecorded(let data): try ahead(data.until, "until", of: event)
      default: break
      }
    },
    Rule("qualificationRunsItsCourse", types: QualificationState.types) { event, context in
      guard let named = QualificationState.named(event.payload) else { return }
      let tag = Tag(.party, named.unit)
      try Lifecycle<QualificationState>.insert(
        context.candidate(event), into: context.qualification(named), of: tag)
    },
    Rule("retractionLeavesQualifications", types: [.eventRetracted]) { event, context in
      guard case .eventRetracted(let data) = event.payload,
        let position = try context.log.position(source: data.targetSource, id: data.targetId),
        let named = QualificationState.named(try context.log.event(at: position).event.payload)
      else { return }
      try Lifecycle<QualificationState>.remove(
        position, from: context.qualification(named), of: Tag(.party, named.unit))
    },
  ]

  private static func ahead(_ day: Day?, _ field: String, of event: Event) throws(Refusal) {
    let earliest = event.validTime.day
    if let day, day < earliest {
      throw .dayOutOfRange(field: field, day: day, earliest: earliest, latest: .last)
    }
  }
}

extension RuleContext {
  /// What happened to a unit's qualification, in valid order.
  func qualification(_ named: QualificationState.Named) throws -> [RecordedEvent] {
    try timeline(of: Tag(.party, named.unit), .oversight).filter {
      QualificationState.named($0.event.payload) == named
    }
  }
}
