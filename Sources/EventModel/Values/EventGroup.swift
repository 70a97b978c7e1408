/// A family of event types: timelines are kept by group, so that a state reads only the few events that decide it.
///
/// The schemas name the group of each type in `x-group`; the raw value is stored in timeline keys and never changes.
public enum EventGroup: UInt8, Sendable, Hashable, CaseIterable {
  /// Parties, roles, authority and policy.
  case parties = 1
  /// Resources and what becomes of them.
  case resources = 2
  /// Bookings, usage, outages and what users say.
  case use = 3
  /// Fees, costs, charges, payments and closed periods.
  case money = 4
  /// Innovation vouchers and what they pay.
  case vouchers = 5
  /// Purchases under review, assessments and what follows from them.
  case oversight = 6
  /// Who was shown personal data, and whose can be read no more.
  case privacy = 9

  /// The name the schemas use.
  public var wireName: String {
    switch self {
    case .parties: "parties"
    case .resources: "resources"
    case .use: "use"
    case .money: "money"
    case .vouchers: "vouchers"
    case .oversight: "oversight"
    case .privacy: "privacy"
    }
  }

  /// Finds the group by its name in the schemas; `nil` for any other name.
  public init?(wireName: String) {
    guard let group = Self.allCases.first(where: { $0.wireName == wireName }) else { return nil }
    self = group
  }
}
