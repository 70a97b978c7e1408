import EventLog
import EventModel

/// All that the rules of the findings have to know of some events.
struct FindingsState: Sendable {
  /// A fact recorded more than a day after it became true.
  struct Late: Sendable {
    let position: Position
    var actor: UInt32
    /// The civil day it became true.
    let day: Int32
    /// How many days later it was recorded, a day begun counted as one.
    let lagDays: Int32
  }

  /// The few events whose timelines decide.
  var kept = KeptEvents()
  var use = UseTable()
  var charges = ChargeTable()
  var money = MoneyTable()
  private(set) var late: [Late] = []
  private(set) var actors = Interner()

  /// What is kept as it is stored.
  static let keptTypes: Set<EventType> = Set(EventType.allCases.filter(isOfResource)).union([
    .policyPublished, .feeStandardPublished, .feeStandardWithdrawn, .chargeAdjusted, .chargeReversed, .complaintFiled,
    .complaintResolved, .outcomeReported, .acknowledgementVerified, .voucherRefused, .redemptionClaimed,
    .redemptionRejected, .redemptionPaid, .programmeOpened, .partyRegistered, .partyUpdated, .roleGranted, .roleRevoked,
    .unitRulesPublished, .disclosurePublished,
    .purchaseProposed, .reviewConcluded, .reviewWaived, .purchaseExecuted,
  ])

  /// Whether a type tells what becomes of a resource.
  static func isOfResource(_ type: EventType) -> Bool {
    type.group == .resources && type.fields.first?.tag == .resource
  }

  /// What to do with a type, by its code: a look at an array costs less than one at a set.
  private enum Part: UInt8 {
    case none, charge, use, money, moneyAndKept, kept
  }

  private static let parts: [Part] = {
    var parts = [Part](repeating: .none, count: Int(EventType.allCases.map(\.rawValue).max() ?? 0) + 1)
    for type in EventType.allCases {
      let isKept = keptTypes.contains(type)
      parts[Int(type.rawValue)] =
        type == .chargeAssessed
        ? .charge
        : UseTable.types.contains(type)
          ? .use : MoneyTable.types.contains(type) ? (isKept ? .moneyAndKept : .money) : isKept ? .kept : .none
    }
    return parts
  }()

  mutating func apply(_ event: EventView) throws(CodecError) {
    noteLateness(event)
    let code = Int(event.typeCode)
    switch code < FindingsState.parts.count ? FindingsState.parts[code] : .none {
    case .none: break
    case .charge: try assess(event)
    case .use: try use.apply(event)
    case .money: try money.apply(event)
    case .moneyAndKept:
      try money.apply(event)
      try kept.keep(event)
    case .kept:
      // Users are many and decide nothing.
      if event.type == .partyRegistered, try PartyRegisteredView(event.payload).kind == .user { return }
      try kept.keep(event)
    }
  }

  private mutating func assess(_ event: EventView) throws(CodecError) {
    let data = try ChargeAssessedView(event.payload)
    let unit = money.unit(data.unit)
    money.earn(unit, data.total, on: data.postedOn ?? data.serviceDay, event)
    try charges.add(
      event, data, usage: use.usage(data.usage), resource: use.resource(data.resource), unit: unit)
  }

  private mutating func noteLateness(_ event: EventView) {
    let day: Int64 = 86_400_000_000
    let lag = (event.recordedTime.microseconds - event.validTime.microseconds + day - 1) / day
    guard lag > 1 else { return }
    let actor = actors.intern(event.actor)
    late.append(
      Late(position: event.position, actor: actor, day: event.validTime.day.number, lagDays: Int32(clamping: lag)))
  }

  mutating func merge(_ later: consuming FindingsState) {
    kept.merge(later.kept)
    later.kept = KeptEvents()
    let uses = use.merge(later.use)
    later.use = UseTable()
    let units = money.merge(later.money)
    charges.merge(later.charges, uses, units: units)
    let numbers = actors.merge(later.actors)
    for var row in later.late {
      row.actor = numbers[Int(row.actor)]
      late.append(row)
    }
  }
}
