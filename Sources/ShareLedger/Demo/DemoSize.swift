/// How large the city is: it grows with the number of events, so that a unit, an instrument and a user have about the
/// same life in every demonstration.
struct DemoSize: Sendable {
  let eventCount: Int
  let unitCount: Int
  let instrumentCount: Int
  let userCount: Int
  /// How many users get a voucher in a year.
  let voucherCount: Int

  init(eventCount: Int) {
    self.eventCount = eventCount
    unitCount = min(2 + DemoSize.squareRoot(eventCount) / 17, 400)
    instrumentCount = 6 + eventCount / 340
    userCount = 12 + eventCount / 50
    voucherCount = 2 + userCount / 12
  }

  private static func squareRoot(_ number: Int) -> Int {
    var root = 0
    while (root + 1) * (root + 1) <= number { root += 1 }
    return root
  }

  /// How many events a visit makes in the end, in tenths.
  static let tenthsPerVisit = 53
  /// How many a visit under way still makes, in tenths.
  static let tenthsPerOpenVisit = 25
}
