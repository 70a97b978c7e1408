internal import EventModel

/// What is checked, assessed, rewarded and punished in the city, as far as it is under way.
struct DemoOversight: Sendable {
  var purchases: [DemoPurchase] = []
  /// The purchase each instrument comes from that is still to be bought, by its number in the plan.
  var purchaseOfInstrument: [Int32: Int32] = [:]
  /// The assessment under way.
  var cycle: Identifier?
  var subsidies: [DemoDue] = []
  var clawbacks: [DemoDue] = []
  var rectifications: [DemoRectification] = []
  var findingNumber: Int32 = 0
  var fraudNumber: Int32 = 0
  /// The deduction somebody will ask questions about.
  var suspect: DemoSuspect?
}

/// A purchase of an instrument.
struct DemoPurchase: Sendable {
  let unit: Int32
  let classIndex: Int32
  /// What it is to cost, in fen, and where the money comes from.
  let price: Int64
  let funding: [Funding]
  /// Another purchase of the same things, when one is made to look like two.
  var twin: Int32 = -1
  /// Whether it has to be reviewed and is not yet.
  var lacksReview = false
  var isGivenUp = false
  let cause: Int32
}

/// A subsidy or clawback that is not paid whole.
struct DemoDue: Sendable {
  let id: Identifier
  let party: Identifier
  /// The unit, or −1 for a user.
  let unit: Int32
  var left: Int64
}

/// An order to put something right.
struct DemoRectification: Sendable {
  let unit: Int32
  let finding: Identifier
  let cause: Int32
}

/// What a unit did that a rule forbids, and the event that shows it.
struct DemoMisdeed: Sendable {
  let rule: DemoRule
  let evidence: Int32
}

/// The rules units break, by the names findings have.
enum DemoRule: String, Sendable {
  case registeredLate, voucherRefused, openComplaints, purchaseWithoutReview
}

/// A user, a unit and a deduction that may be false.
struct DemoSuspect: Sendable {
  let user: Int32
  let amount: Int64
  let evidence: Int32
}
