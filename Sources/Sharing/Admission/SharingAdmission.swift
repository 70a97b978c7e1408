package import EventLog
package import EventModel

/// The admission rules of shared resources: what cannot be a fact is refused, what ought not to be is recorded.
///
/// Rules read an entity's own timelines as the ledger knows them at the head, in order of valid time, with the events
/// of the same commit and without retracted ones. None reads unrelated history, so admission costs the same on an old
/// ledger as on a new one (exceptions: the first role ever granted is looked for by the few types that need a role, and
/// a voucher's issue adds up what its programme gave out).
package struct SharingAdmission: AdmissionPolicy {
  private let checks: [EventType: [Rule.Check]]

  /// All rules there are.
  static let rules: [Rule] =
    TimeRules.all + AuthorRules.all + PrivacyRules.all + LimitRules.all + IdentityRules.all + PartyRules.all
    + RoleRules.all + PolicyRules.all + ResourceRules.all + BookingRules.all + UsageRules.all + OutageRules.all
    + CourseRules.all + moneyRules
    + voucherRules + OversightRules.all + RetractionRules.all

  private static let moneyRules: [Rule] =
    MoneyLimitRules.all + FeeRules.all + CostRules.all + ChargeRules.all + SettlementRules.all + InvoiceRules.all
    + PeriodRules.all + PostingDayRules.all

  private static let voucherRules: [Rule] =
    ProgrammeRules.all + VoucherRules.all + DeductionRules.all + [VoucherRules.course] + RedemptionRules.all
    + PostingOrderRules.all

  /// A policy with every rule.
  package init() {
    var checks: [EventType: [Rule.Check]] = [:]
    for type in EventType.allCases {
      checks[type] = SharingAdmission.rules.filter { $0.concerns(type) }.map(\.check)
    }
    self.checks = checks
  }

  /// Runs the rules of the event's type; the first one broken refuses it.
  ///
  /// - Throws: ``Refusal``, or a fault met while reading.
  package func admit(_ event: Event, recordedTime: Instant, log: LogReader) throws {
    let context = RuleContext(log: log, recordedTime: recordedTime)
    for check in checks[event.type] ?? [] { try check(event, context) }
  }
}
