/// What an account counts: the first part of its name decides the commodity and whose books it belongs to.
public enum AccountFamily: String, Sendable, Hashable, CaseIterable {
  /// What a user owes a unit: `receivable:unit:user`.
  case receivable
  /// What a unit earned from a cost pool, by component: `income:unit:pool:component`.
  case income
  /// What a unit let users off: `waived:unit`.
  case waived
  /// The money a unit holds: `cash:unit`.
  case cash
  /// What a pool cost, by component: `cost:unit:pool:component`.
  case cost
  /// Where a unit's costs were paid from: `costsource:unit`.
  case costsource
  /// Income put at a unit's disposal: `budget:unit`.
  case budget
  /// What a unit spent of it: `spent:unit:category`.
  case spent
  /// The fund that pays grants: `guidingFund`.
  case guidingFund
  /// The money of a voucher programme: `programme:P:budget`, `available`, `deducted`, `paid`.
  case programme
  /// What is left on a voucher, as a credit: `voucher:V`.
  case voucher
  /// What is held of a voucher for bookings, as a credit: `held:V`.
  case held
  /// What a programme owes a unit for vouchers it took: `claim:unit:P`.
  case claim
  /// What a unit was promised for sharing well and did not get yet: `subsidyDue:unit`.
  case subsidyDue
  /// The fund that pays subsidies: `subsidyFund`.
  case subsidyFund
  /// What a party has to give back to the funds: `clawbackDue:party`, in the platform's books.
  case clawbackDue
  /// What parties were told to give back, as a credit: `clawback`.
  case clawback
  /// What they gave back: `fundCash`.
  case fundCash
  /// Hours of use: `hours:unit:resource:external` or `internal`.
  case hours
  /// Hours without use: `idle:unit:resource:outage` or `maintenance`.
  case idle
  /// How many services: `services:unit:external` or `internal`.
  case services
  /// Users' ratings: `rating:unit:sum` and `count`.
  case rating
  /// Vouchers a unit refused: `refusal:unit`.
  case refusal
  /// Complaints: `complaint:unit:filed` or `resolved`.
  case complaint
  /// Results of use: `outcome:unit:reported` or `acknowledged`.
  case outcome
  /// The other side of everything that is not money: `world:SEC` and `world:NUM`.
  case world

  /// How many parts follow the family's name.
  public var partCount: Int {
    switch self {
    case .guidingFund, .subsidyFund, .clawback, .fundCash: 0
    case .waived, .cash, .costsource, .budget, .voucher, .held, .subsidyDue, .clawbackDue, .refusal, .world: 1
    case .receivable, .spent, .programme, .claim, .services, .rating, .complaint, .outcome: 2
    case .income, .cost, .hours, .idle: 3
    }
  }

  /// Whether the first part names the unit in whose books the account stands; others stand in the platform's alone.
  public var isOfUnit: Bool {
    switch self {
    case .guidingFund, .programme, .voucher, .held, .world: false
    case .subsidyFund, .clawbackDue, .clawback, .fundCash: false
    default: true
    }
  }

  /// What accounts of the family count; `nil` for `world`, whose part says it.
  package var commodity: Commodity? {
    switch self {
    case .hours, .idle: .sec
    case .services, .rating, .refusal, .complaint, .outcome: .num
    case .world: nil
    default: .cny
    }
  }
}
