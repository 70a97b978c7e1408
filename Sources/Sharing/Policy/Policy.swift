import EventModel

/// The numbers of the regulation that decide what must be open and by when, as in force on some day.
///
/// `policy.published` changes them by name from its effective day on; before any, the regulation's own numbers hold
/// (渝科委发〔2016〕127号).
public struct Policy: Sendable, Hashable {
  /// The original value from which equipment is in scope, in fen (art. 3: 200,000.00 yuan and above).
  public var equipmentThresholdFen: Int64 = 20_000_000
  /// How many days after acceptance a new resource must be reported and open (art. 12).
  public var registrationDays: Int64 = 30
  /// The day the regulation came into force, in days since 1970-01-01 (art. 25: 2016-10-29).
  public var inForceOn: Int64 = 17_103
  /// How many years customs supervises a tax-free instrument (art. 18; General Administration of Customs notice
  /// 2017 no. 51: three). For what was released earlier the period then in force is not verified: publish it.
  public var customsSupervisionYears: Int64 = 3
  /// How many days after a period its publication is on time (art. 14); absent while no policy says, since the
  /// regulation does not.
  public var disclosureDays: Int64?

  /// The regulation's own numbers.
  public init() {}

  /// The parameters that may be published, by name.
  package enum Parameter: String, CaseIterable, Sendable {
    case equipmentThresholdFen
    case registrationDays
    case inForceOn
    case customsSupervisionYears
    case disclosureDays

    /// The values that make sense.
    package var range: ClosedRange<Int64> {
      switch self {
      case .equipmentThresholdFen: 0...Fen.range.upperBound
      case .registrationDays: 0...3_660
      case .inForceOn: Int64(Day.first.number)...Int64(Day.last.number)
      case .customsSupervisionYears: 0...100
      case .disclosureDays: 0...3_660
      }
    }
  }

  /// Sets a parameter.
  package mutating func set(_ parameter: Parameter, to value: Int64) {
    switch parameter {
    case .equipmentThresholdFen: equipmentThresholdFen = value
    case .registrationDays: registrationDays = value
    case .inForceOn: inForceOn = value
    case .customsSupervisionYears: customsSupervisionYears = value
    case .disclosureDays: disclosureDays = value
    }
  }
}
