import EventLog
import EventModel

/// Use by resource, side and user within a period, and the resources' own events.
struct DisclosureState: Sendable {
  /// A resource used by one side.
  struct Sums: Sendable {
    var seconds: Int64 = 0
    var services: Int64 = 0
  }

  static let types: Set<EventType> = Set(EventType.allCases.filter { FindingsState.isOfResource($0) })
    .union([.policyPublished, .usageRecorded, .usageCorrected, .usageVoided])

  var kept = KeptEvents()
  private(set) var resources = Interner()
  private(set) var users = Interner()
  /// By resource and side, in that order of bits.
  private(set) var sums: [UInt32: Sums] = [:]
  /// How often each user used each, by the same and the user, in that order of bits.
  private(set) var uses: [UInt64: Int32] = [:]

  mutating func apply(_ event: EventView, in period: CivilPeriod) throws(CodecError) {
    switch event.type {
    case .usageRecorded:
      let data = try UsageRecordedView(event.payload)
      try count(data.days, data.resource, data.side, data.user, 1, period)
    case .usageCorrected:
      let data = try UsageCorrectedView(event.payload)
      try count(facts: data.was, data.resource, -1, period)
      try count(facts: data.now, data.resource, 1, period)
    case .usageVoided:
      let data = try UsageVoidedView(event.payload)
      try count(facts: data.was, data.resource, -1, period)
    default: try kept.keep(event)
    }
  }

  private mutating func count(
    facts: RawSpan, _ resource: RawSpan, _ sign: Int64, _ period: CivilPeriod
  ) throws(CodecError) {
    var reader = CBORReader(facts)
    let facts = try UsageFactsView(from: &reader)
    try count(facts.days, resource, facts.side, facts.user, sign, period)
  }

  /// A use counts as a service when any of it falls in the period.
  private mutating func count(
    _ days: RawSpan, _ resource: RawSpan, _ side: UsageSide, _ user: RawSpan, _ sign: Int64, _ period: CivilPeriod
  ) throws(CodecError) {
    var (reader, seconds, isCounted) = (CBORReader(days), Int64(0), false)
    for _ in 0..<(try reader.arrayCount()) {
      let share = try DayShareView(from: &reader)
      guard period.contains(share.day) else { continue }
      seconds &+= share.seconds.value
      isCounted = true
    }
    guard isCounted else { return }
    let cell = resources.intern(resource) << 1 | UInt32(side.rawValue & 1)
    sums[cell, default: Sums()].seconds &+= sign * seconds
    sums[cell]?.services &+= sign
    uses[UInt64(cell) << 32 | UInt64(users.intern(user)), default: 0] &+= Int32(sign)
  }

  mutating func merge(_ later: DisclosureState) {
    kept.merge(later.kept)
    let resourceNumbers = resources.merge(later.resources)
    let userNumbers = users.merge(later.users)
    func moved(_ cell: UInt32) -> UInt32 { resourceNumbers[Int(cell >> 1)] << 1 | cell & 1 }
    for (cell, more) in later.sums {
      sums[moved(cell), default: Sums()].seconds &+= more.seconds
      sums[moved(cell)]?.services &+= more.services
    }
    for (key, count) in later.uses {
      let user = UInt64(userNumbers[Int(key & 0xFFFF_FFFF)])
      uses[UInt64(moved(UInt32(key >> 32))) << 32 | user, default: 0] &+= count
    }
  }
}
