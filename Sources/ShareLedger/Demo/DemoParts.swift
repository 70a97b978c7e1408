internal import EventModel

/// A unit of the city and what the generator has to know of it so that what it does is possible.
struct DemoUnit: Sendable {
  let id: Identifier
  let name: Text
  let legalKind: LegalKind
  /// Whether it closes its books every quarter instead of every month.
  let closesQuarterly: Bool
  /// The last closed day, in days since 1970; 0 when nothing was closed.
  var closedThrough: Int64 = 0
  /// What was posted in its books, by month.
  var books: [DemoMonth]
  /// What it earned since the last costs, by pool, in fen.
  var earned: [Int64]
  /// Money it holds, in fen.
  var cash: Int64 = 0
  /// Income at its disposal, in fen.
  var budget: Int64 = 0
  /// Deductions it did not claim yet.
  var unclaimed: [DemoDeduction] = []
  /// What users said since the last assessment.
  var ratings: (sum: Int64, count: Int64) = (0, 0)
  /// What it did wrong last that nobody confirmed yet.
  var misdeed: DemoMisdeed?
  /// What became of its qualification.
  var standing = Standing.held

  enum Standing: Sendable {
    case held, suspended, revoked
  }
}

/// The money postings of a month in the books of a unit: what a control total sums.
struct DemoMonth: Sendable {
  var debit: Int64 = 0
  var credit: Int64 = 0
  var count: Int64 = 0

  mutating func add(_ debit: Int64, _ credit: Int64, _ count: Int64) {
    self.debit += debit
    self.credit += credit
    self.count += count
  }
}

/// A part of a charge a voucher paid.
struct DemoDeduction: Sendable {
  let number: Int32
  let programme: Int32
  let amount: Int64
}

/// An instrument.
struct DemoInstrument: Sendable {
  let id: Identifier
  let classIndex: Int32
  var unit: Int32
  /// The fees that hold for it.
  var tariff: Int32 = -1
  /// The first moment nobody has booked.
  var nextFree: Int64 = 0
  /// Whether others than the unit's own people can book it.
  var isExternal = true
  let acceptedOn: Int64
}

/// Who uses instruments.
struct DemoUser: Sendable {
  let id: Identifier
  /// The unit the user belongs to, or −1 for people of the city's firms.
  let unit: Int32
  /// The user's voucher, or −1.
  var voucher: Int32 = -1
}

/// A voucher.
struct DemoVoucher: Sendable {
  let id: Identifier
  let programme: Int32
  let user: Int32
  var open: Int64
  var held: Int64 = 0
  /// The last day of use, in days since 1970.
  let useBy: Int64
  var hasEnded = false
}

/// A voucher programme.
struct DemoProgramme: Sendable {
  let id: Identifier
  var available: Int64
  /// In basis points.
  let ratio: Int64
  let useBy: Int64
  let cashBy: Int64
}

/// A claim handed in and not decided.
struct DemoClaim: Sendable {
  let unit: Int32
  let programme: Int32
  let invoice: Identifier
  let deductions: [DemoDeduction]
}

/// A complaint that is not settled.
struct DemoComplaint: Sendable {
  let unit: Int32
  let usage: Identifier?
  let cause: Int32
}

/// An outcome nobody has verified.
struct DemoOutcome: Sendable {
  let units: [Identifier]
  let isAcknowledged: Bool
  let cause: Int32
}
