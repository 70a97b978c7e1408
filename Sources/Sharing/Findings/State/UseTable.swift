import EventModel

/// Every usage and booking in a few words each, to hold charges against them once all is known.
struct UseTable: Sendable {
  /// Where a row names nothing.
  static let none = UInt32.max

  /// A usage as first recorded, or as last corrected.
  struct Usage: Sendable {
    var position = Position.zero
    var start: Int64 = 0
    var end: Int64 = 0
    var samples: Int64 = 0
    var resource = UseTable.none
    var booking = UseTable.none
    var isExternal = false
    var isVoided = false
  }

  /// The use of a resource in one year.
  struct Year: Sendable {
    var seconds: Int64 = 0
    /// The newest event that counts in it.
    var newest = Position.zero

    mutating func add(_ other: Year) {
      // A year of one resource stays far below 63 bits, whatever a replica holds.
      seconds &+= other.seconds
      newest = max(newest, other.newest)
    }
  }

  /// The times of a booking, in microseconds.
  struct Times: Sendable {
    var start: Int64 = 0
    var end: Int64 = 0
  }

  /// A later word on a usage or booking: of several the one true last counts.
  struct Change<Value: Sendable>: Sendable {
    let valid: Int64
    let position: Position
    let value: Value

    func isAfter(_ other: Change?) -> Bool {
      other.map { ($0.valid, $0.position) < (valid, position) } ?? true
    }
  }

  private(set) var resources = Interner()
  private var usageIDs = Interner()
  private var bookingIDs = Interner()
  private(set) var usages: [Usage] = []
  private var bookings: [Times] = []
  private var corrections: [UInt32: Change<Usage>] = [:]
  private var moves: [UInt32: Change<Times>] = [:]
  /// Use by resource and year, in that order of bits.
  private(set) var years: [UInt64: Year] = [:]

  static let types: Set<EventType> = [
    .usageRecorded, .usageCorrected, .usageVoided, .bookingRequested, .bookingRescheduled,
  ]

  mutating func resource(_ id: RawSpan) -> UInt32 { resources.intern(id) }

  /// The row of a usage, made empty when it was not recorded yet.
  mutating func usage(_ id: RawSpan) -> UInt32 {
    let number = usageIDs.intern(id)
    if number == usages.count { usages.append(Usage()) }
    return number
  }

  func usageID(_ number: UInt32) -> Identifier? { usageIDs.identifier(number) }

  /// Takes an event of ``types``.
  mutating func apply(_ event: EventView) throws(CodecError) {
    switch event.type {
    case .usageRecorded: try record(event)
    case .usageCorrected: try correct(event)
    case .usageVoided: try void(event)
    case .bookingRequested:
      let data = try BookingRequestedView(event.payload)
      bookings[Int(booking(data.booking))] = Times(start: data.start.microseconds, end: data.end.microseconds)
    case .bookingRescheduled:
      let data = try BookingRescheduledView(event.payload)
      let times = Times(start: data.start.microseconds, end: data.end.microseconds)
      let change = Change(valid: event.validTime.microseconds, position: event.position, value: times)
      let number = booking(data.booking)
      if change.isAfter(moves[number]) { moves[number] = change }
    default: break
    }
  }

  private mutating func booking(_ id: RawSpan) -> UInt32 {
    let number = bookingIDs.intern(id)
    if number == bookings.count { bookings.append(Times()) }
    return number
  }

  private mutating func record(_ event: EventView) throws(CodecError) {
    let data = try UsageRecordedView(event.payload)
    let number = usage(data.usage)
    var row = Usage()
    row.position = event.position
    (row.start, row.end) = (data.start.microseconds, data.end.microseconds)
    row.samples = data.samples?.value ?? 0
    row.resource = resource(data.resource)
    if let id = data.booking { row.booking = booking(id) }
    row.isExternal = data.side == .external
    row.isVoided = usages[Int(number)].isVoided
    usages[Int(number)] = row
    try count(data.days, row.resource, 1, event.position)
  }

  private mutating func correct(_ event: EventView) throws(CodecError) {
    let data = try UsageCorrectedView(event.payload)
    var (was, now) = (CBORReader(data.was), CBORReader(data.now))
    let before = try UsageFactsView(from: &was)
    let facts = try UsageFactsView(from: &now)
    var row = Usage()
    row.position = event.position
    (row.start, row.end) = (facts.start.microseconds, facts.end.microseconds)
    row.samples = facts.samples?.value ?? 0
    row.resource = resource(data.resource)
    if let id = facts.booking { row.booking = booking(id) }
    row.isExternal = facts.side == .external
    let number = usage(data.usage)
    let change = Change(valid: event.validTime.microseconds, position: event.position, value: row)
    if change.isAfter(corrections[number]) { corrections[number] = change }
    try count(before.days, row.resource, -1, event.position)
    try count(facts.days, row.resource, 1, event.position)
  }

  private mutating func void(_ event: EventView) throws(CodecError) {
    let data = try UsageVoidedView(event.payload)
    usages[Int(usage(data.usage))].isVoided = true
    var was = CBORReader(data.was)
    try count(try UsageFactsView(from: &was).days, resource(data.resource), -1, event.position)
  }

  private mutating func count(_ days: RawSpan, _ resource: UInt32, _ sign: Int64, _ position: Position)
    throws(CodecError)
  {
    var reader = CBORReader(days)
    for _ in 0..<(try reader.arrayCount()) {
      let share = try DayShareView(from: &reader)
      let key = UInt64(resource) << 32 | UInt64(share.day.civil.year)
      years[key, default: Year()].add(Year(seconds: sign * share.seconds.value, newest: position))
    }
  }

  /// Puts corrections and moves in their place; nothing is applied after.
  mutating func settle() {
    for (number, change) in corrections {
      let isVoided = usages[Int(number)].isVoided
      usages[Int(number)] = change.value
      usages[Int(number)].isVoided = isVoided
    }
    for (number, change) in moves { bookings[Int(number)] = change.value }
    (corrections, moves) = ([:], [:])
  }

  /// The time a usage is priced by.
  func time(of usage: Usage) -> ServiceTime? {
    guard let start = try? Instant(microseconds: usage.start), let end = try? Instant(microseconds: usage.end) else {
      return nil
    }
    return ServiceTime(start: start, end: end, booked: usage.booking == UseTable.none ? nil : times(of: usage.booking))
  }

  private func times(of booking: UInt32) -> BookingTimes? {
    let times = bookings[Int(booking)]
    guard times.end > times.start, let start = try? Instant(microseconds: times.start),
      let end = try? Instant(microseconds: times.end)
    else { return nil }
    return BookingTimes(start: start, end: end)
  }
}

extension UseTable {
  /// What the numbers of a table that was joined have become.
  struct Numbers {
    let resources: [UInt32]
    let usages: [UInt32]
  }

  /// Joins the rows of the events that follow.
  mutating func merge(_ later: UseTable) -> Numbers {
    let resourceNumbers = resources.merge(later.resources)
    let usageNumbers = usageIDs.merge(later.usageIDs)
    let bookingNumbers = bookingIDs.merge(later.bookingIDs)
    func moved(_ row: Usage) -> Usage {
      var row = row
      if row.resource != UseTable.none { row.resource = resourceNumbers[Int(row.resource)] }
      if row.booking != UseTable.none { row.booking = bookingNumbers[Int(row.booking)] }
      return row
    }
    usages.reserveCapacity(usageIDs.count)
    while usages.count < usageIDs.count { usages.append(Usage()) }
    for (index, row) in later.usages.enumerated() {
      let number = Int(usageNumbers[index])
      let isVoided = usages[number].isVoided || row.isVoided
      if row.position > .zero { usages[number] = moved(row) }
      usages[number].isVoided = isVoided
    }
    bookings.reserveCapacity(bookingIDs.count)
    while bookings.count < bookingIDs.count { bookings.append(Times()) }
    for (index, times) in later.bookings.enumerated() where times.end > times.start {
      bookings[Int(bookingNumbers[index])] = times
    }
    for (number, change) in later.corrections {
      let change = Change(valid: change.valid, position: change.position, value: moved(change.value))
      if change.isAfter(corrections[usageNumbers[Int(number)]]) { corrections[usageNumbers[Int(number)]] = change }
    }
    for (number, change) in later.moves where change.isAfter(moves[bookingNumbers[Int(number)]]) {
      moves[bookingNumbers[Int(number)]] = change
    }
    for (key, year) in later.years {
      years[UInt64(resourceNumbers[Int(key >> 32)]) << 32 | key & 0xFFFF_FFFF, default: Year()].add(year)
    }
    return Numbers(resources: resourceNumbers, usages: usageNumbers)
  }
}
