import EventModel

/// When a fact can have become true.
enum TimeRules {
  /// Types that speak of what is agreed or decided for later, so that their valid time may lie in the future.
  static let mayLieInTheFuture: Set<EventType> = [
    .bookingRequested, .bookingApproved, .bookingRejected, .bookingRescheduled, .bookingCancelled, .bookingMissed,
    .policyPublished, .indicatorSetPublished, .roleGranted, .roleRevoked, .agencyAuthorised, .agencyEnded,
    .leaseRecorded, .feeStandardPublished, .feeStandardWithdrawn,
  ]

  /// 1990-01-01 in Beijing, in microseconds since 1970 UTC.
  static let earliestMicroseconds: Int64 = 631_123_200_000_000
  /// How far a recorder's clock may be ahead.
  static let aheadMaxMicroseconds: Int64 = 24 * 3_600 * 1_000_000

  static let all = [
    Rule("validTimeNotTooEarly") { event, _ in
      if event.validTime.microseconds < earliestMicroseconds {
        let earliest = try Instant(microseconds: earliestMicroseconds)
        throw Refusal.validTimeTooEarly(validTime: event.validTime, earliest: earliest)
      }
    },
    Rule("validTimeNotInFuture", types: Set(EventType.allCases).subtracting(mayLieInTheFuture)) { event, context in
      let latest = context.recordedTime.microseconds + aheadMaxMicroseconds
      if event.validTime.microseconds > latest {
        throw Refusal.validTimeInFuture(validTime: event.validTime, recordedTime: context.recordedTime)
      }
    },
  ]
}
