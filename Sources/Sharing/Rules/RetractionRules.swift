import EventLog
import EventModel

/// Taking back a fact recorded by mistake: it must be there, be of a kind that can be taken back, and carry nothing.
enum RetractionRules {
  /// Types that make postings, are taken back by an event of their own or carry others that do, retractions themselves,
  /// and what later events were judged by as it was recorded: keys, accesses and destructions.
  static let notRetractable: Set<EventType> = [
    .usageRecorded, .usageCorrected, .usageVoided, .outageEnded, .maintenanceEnded, .satisfactionRated,
    .complaintFiled, .complaintResolved, .outcomeReported, .acknowledgementVerified, .eventRetracted,
    .costRecorded, .costAllocated, .chargeAssessed, .chargeAdjusted, .chargeWaived, .chargeReversed, .invoiceIssued,
    .invoiceVoided, .paymentReceived, .refundIssued, .disputeOpened, .disputeResolved, .incomeBudgeted, .incomeSpent,
    .guidingFundGranted, .periodClosed, .periodReopened, .programmeOpened, .voucherIssued, .voucherHeld,
    .voucherHoldReleased, .voucherDeducted, .voucherDeductionReversed, .voucherReturned, .voucherExpired,
    .voucherRevoked, .voucherRefused, .redemptionClaimed, .redemptionRejected, .redemptionPaid, .subsidyAwarded,
    .subsidyPaid, .clawbackOrdered, .clawbackReceived,
    .keyBound, .keyRevoked, .accessLogged, .subjectKeyDestroyed,
  ]

  static let all = [
    Rule("targetCanBeRetracted", types: [.eventRetracted]) { event, context in
      guard case .eventRetracted(let data) = event.payload else { return }
      let target = try target(data, context).event
      if notRetractable.contains(target.type) { throw Refusal.notRetractable(target.type) }
      try Copies.check("targetType", data.targetType.wireName, equals: target.type.wireName)
      try Copies.check("subjects", data.subjects, equals: target.payload.tags)
    },
    Rule("targetWasNotRetracted", types: [.eventRetracted]) { event, context in
      guard case .eventRetracted(let data) = event.payload, let tag = data.subjects.first else { return }
      let target = try target(data, context)
      let timeline = try context.timeline(of: tag, target.event.type.group)
      if timeline.contains(where: { $0.position == target.position }) { return }
      if let by = try retraction(of: target, tag, context) {
        throw Refusal.alreadyRetracted(source: data.targetSource, id: data.targetId, by: by)
      }
    },
    Rule("nothingRestsOnTheTarget", types: [.eventRetracted]) { event, context in
      guard case .eventRetracted(let data) = event.payload, let tag = data.subjects.first else { return }
      let target = try target(data, context)
      if Identities.creators.contains(target.event.type) { try isUnused(tag, but: target, context) }
      if target.event.type == .partyRegistered { try isUnused(Tag(.books, tag.id), but: target, context) }
      // Only the entities whose lifecycle the event is a part of; a unit's million bookings are not read.
      for tag in data.subjects where Identities.creator(of: tag.kind)?.group == target.event.type.group {
        let timeline = try context.timeline(of: tag, target.event.type.group)
        try Courses.remove(target, from: timeline, of: tag)
      }
    },
    Rule("retractionRestoresNoOverlap", types: [.eventRetracted]) { event, context in
      guard case .eventRetracted(let data) = event.payload, let booking = data.subjects.first,
        booking.kind == .booking
      else { return }
      let position = try target(data, context).position
      let timeline = try context.timeline(of: booking, .use).filter { $0.position != position }
      try Promises.check(booking.id, after: timeline, context)
    },
  ]

  private static func target(_ data: EventRetracted, _ context: borrowing RuleContext) throws -> RecordedEvent {
    guard let position = try context.log.position(source: data.targetSource, id: data.targetId) else {
      throw Refusal.retractionTargetUnknown(source: data.targetSource, id: data.targetId)
    }
    return try context.log.event(at: position)
  }

  private static func retraction(
    of target: RecordedEvent, _ tag: Tag, _ context: borrowing RuleContext
  ) throws -> Position? {
    try context.log.history(of: tag, asOf: AsOf(valid: .last, known: context.log.head))
      .first { $0.event.position == target.position }?.retractedBy
  }

  /// The entity the target created carries no other event.
  private static func isUnused(
    _ tag: Tag, but target: RecordedEvent, _ context: borrowing RuleContext
  ) throws {
    for group in EventGroup.allCases {
      let dependent = try context.timeline(of: tag, group).first { $0.position != target.position }
      if let dependent { throw Refusal.retractionLeavesDangling(tag, dependent: dependent.position) }
    }
  }
}

/// The lifecycle each kind of entity has.
enum Courses {
  /// Whether the entity's history is possible without the event.
  static func remove(_ target: RecordedEvent, from timeline: [RecordedEvent], of tag: Tag) throws(Refusal) {
    switch tag.kind {
    case .booking: try Lifecycle<BookingState>.remove(target.position, from: timeline, of: tag)
    case .resource: try Lifecycle<ResourceState>.remove(target.position, from: timeline, of: tag)
    case .party: try Lifecycle<PartyState>.remove(target.position, from: timeline, of: tag)
    case .usage: try Lifecycle<UsageState>.remove(target.position, from: timeline, of: tag)
    default: try Lifecycle<CourseState>.remove(target.position, from: timeline, of: tag)
    }
  }
}
