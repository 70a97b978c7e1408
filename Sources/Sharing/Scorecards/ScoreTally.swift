/// One thing that is counted for a party in a period, of which indicators are made.
public enum ScoreMeasure: Int, Sendable, Hashable, CaseIterable {
  // Sums over days of the period.
  case externalSeconds, internalSeconds, services, income, cost, incentive, ratingSum, ratingCount, complaints
  case reported, acknowledged, refusals, redemptionPaid, redemptionClaimed
  // Numbers of resources at V.
  case inScope, openInScope, mustOpen, fallenDue, onTime
  // Whether the period had to be published, and was.
  case disclosureDue, disclosed

  /// Whether it is a number of resources.
  var isOfResources: Bool {
    switch self {
    case .inScope, .openInScope, .mustOpen, .fallenDue, .onTime: true
    default: false
    }
  }

  /// Whether it is about publication.
  var isOfDisclosure: Bool { self == .disclosureDue || self == .disclosed }
}

/// Everything counted for a party in a period: amounts in fen, times in seconds, numbers of things.
public struct ScoreTally: Sendable, Hashable {
  private var amounts = [Int128](repeating: 0, count: ScoreMeasure.allCases.count)

  /// Nothing counted.
  public init() {}

  /// The sum of one measure.
  public subscript(measure: ScoreMeasure) -> Int128 {
    get { amounts[measure.rawValue] }
    set { amounts[measure.rawValue] = newValue }
  }
}
