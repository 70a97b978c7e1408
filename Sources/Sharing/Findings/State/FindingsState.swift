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

  /// What is kept as it is stored, and the kind of the thing its first field names.
  static let keptKinds: [UInt16: TagKind] = {
    let others: Set<EventType> = [
      .policyPublished, .feeStandardPublished, .feeStandardWithdrawn, .chargeAdjusted, .chargeReversed,
      .complaintFiled, .complaintResolved, .outcomeReported, .acknowledgementVerified, .voucherRefused,
      .redemptionClaimed, .redemptionRejected, .redemptionPaid, .programmeOpened, .partyRegistered, .partyUpdated,
      .roleGranted, .roleRevoked, .unitRulesPublished, .disclosurePublished,
    ]
    var kinds: [UInt16: TagKind] = [:]
    for type in EventType.allCases {
      guard let kind = type.fields.first?.tag else { continue }
      if others.contains(type) || type.group == .resources && kind == .resource { kinds[type.rawValue] = kind }
    }
    return kinds
  }()

  mutating func apply(_ event: EventView) throws(CodecError) {
    noteLateness(event)
    guard let type = event.type else { return }
    if type == .chargeAssessed { return try assess(event) }
    if UseTable.types.contains(type) { return try use.apply(event) }
    if MoneyTable.types.contains(type) { try money.apply(event) }
    guard let kind = FindingsState.keptKinds[type.rawValue] else { return }
    if type == .partyRegistered, try PartyRegisteredView(event.payload).kind == .user { return }
    var reader = CBORReader(event.payload)
    var fields = try reader.fields()
    try reader.required(1, &fields)
    kept.keep(event, of: kind, try reader.textSpan())
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
