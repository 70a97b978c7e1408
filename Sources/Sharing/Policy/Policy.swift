import EventModel

/// The numbers of the regulation and of those who apply it, as in force on some day.
///
/// `policy.published` changes them by name from its effective day on; before any, the regulation's own numbers hold
/// (渝科委发〔2016〕127号). Where the regulation names none there is none: the rule that needs it finds nothing until a
/// policy says it.
public struct Policy: Sendable, Hashable {
  /// What can be published, by name.
  public enum Parameter: String, CaseIterable, Sendable {
    /// The original value from which equipment is in scope, in fen (art. 3: 200,000.00 yuan and above).
    case equipmentThresholdFen
    /// How many days after acceptance a new resource must be reported and open (art. 12: 30).
    case registrationDays
    /// The day the regulation came into force, in days since 1970-01-01 (art. 25: 2016-10-29).
    case inForceOn
    /// How many years customs supervises a tax-free instrument (art. 18; General Administration of Customs notice
    /// 2017 no. 51: three). For what was released earlier the period then in force is not verified: publish it.
    case customsSupervisionYears
    /// The price of one set from which a purchase with fiscal money is reviewed, in fen (art. 22: 500,000.00 yuan and
    /// above).
    case reviewUnitPriceFen
    /// The price of a system of sets from which it is reviewed, in fen (art. 22: 1,000,000.00 yuan and above).
    case reviewSetPriceFen
    /// How many days after a year its publication is on time (art. 14); the regulation names none.
    case disclosureDays
    /// The surplus carried at the end of a year that is no profit yet, in basis points of the year's cost (art. 16); the
    /// regulation names none.
    case surplusToleranceShare
    /// The days in which a claim for redemption has to be answered (art. 19); the regulation names none.
    case redemptionDays
    /// The least share of a year's income for incentives, in basis points (art. 21); the regulation names none.
    case incentiveShareMin
    /// Orders of one class by one unit within so many days look like one purchase (art. 22); the regulation names none.
    case splitPurchaseDays
    /// The least use of an open instrument in a year, in seconds (art. 23); the regulation names none.
    case lowUseSeconds
    /// The least mean rating of a year, in hundredths from 100 to 500 (art. 23); the regulation names none.
    case satisfactionMin
    /// The days in which a complaint has to be resolved (art. 23); the regulation names none.
    case complaintDays
    /// How many days after it became true a fact may be recorded (art. 14, 23); the regulation names none.
    case recordedLateDays

    /// The values that make sense.
    public var range: ClosedRange<Int64> {
      switch self {
      case .equipmentThresholdFen, .reviewUnitPriceFen, .reviewSetPriceFen: 0...Fen.range.upperBound
      case .registrationDays, .disclosureDays, .redemptionDays, .complaintDays: 0...3_660
      case .splitPurchaseDays, .recordedLateDays: 1...3_660
      case .inForceOn: Int64(Day.first.number)...Int64(Day.last.number)
      case .customsSupervisionYears: 0...100
      case .surplusToleranceShare, .incentiveShareMin: Ratio.range
      case .lowUseSeconds: 1...366 * 86_400
      case .satisfactionMin: 100...500
      }
    }
  }

  private var values: [Parameter: Int64] = [
    .equipmentThresholdFen: 20_000_000, .registrationDays: 30, .inForceOn: 17_103, .customsSupervisionYears: 3,
    .reviewUnitPriceFen: 50_000_000, .reviewSetPriceFen: 100_000_000,
  ]

  /// The regulation's own numbers.
  public init() {}

  /// A parameter's value; `nil` when neither the regulation nor a policy names one.
  public subscript(_ parameter: Parameter) -> Int64? { values[parameter] }

  /// Sets a parameter.
  package mutating func set(_ parameter: Parameter, to value: Int64) { values[parameter] = value }

  /// ``Parameter/equipmentThresholdFen``.
  var equipmentThresholdFen: Int64 { values[.equipmentThresholdFen] ?? 0 }
  /// ``Parameter/registrationDays``.
  var registrationDays: Int64 { values[.registrationDays] ?? 0 }
  /// ``Parameter/inForceOn``.
  var inForceOn: Int64 { values[.inForceOn] ?? 0 }
  /// ``Parameter/customsSupervisionYears``.
  var customsSupervisionYears: Int64 { values[.customsSupervisionYears] ?? 0 }
  /// ``Parameter/disclosureDays``.
  var disclosureDays: Int64? { values[.disclosureDays] }
}
