import EventModel

/// A resource after the events of its own timeline.
struct ResourceState: EntityState {
  /// A value and the day it holds from.
  struct ValueChange: Hashable {
    let from: Day
    let value: Fen?
  }

  /// A time of being open to others; without an end it still is.
  struct OpenSpell: Hashable {
    let from: Day
    var to: Day?
  }

  /// What it is, once acquired.
  private(set) var facts: ResourceFacts?
  /// The original value and its corrections, oldest first.
  private(set) var values: [ValueChange] = []
  /// The day of the first report to the platform.
  private(set) var registeredOn: Day?
  /// To whom it is open; `nil` while nobody said.
  private(set) var mode: SharingMode?
  private(set) var weeklyHours: Seconds?
  /// The times it was open to others, oldest first.
  private(set) var openSpells: [OpenSpell] = []
  private(set) var isClosed = false
  private var exemption: ResourceExempted?
  private var exemptionEndedOn: Day?
  private(set) var isEnrolledVoluntarily = false
  private(set) var status: ResourceStatus = .normal
  private(set) var customs = CustomsFile()

  func stateName(for type: EventType) -> String {
    switch type {
    case .resourceTransferred: facts.map { "owned by \($0.unit)" } ?? "not acquired"
    case .resourceExempted: "exempted"
    case .exemptionEnded: "not exempted"
    case .resourceClosed: "closed"
    case .resourceEnrolledVoluntarily: "enrolled"
    default: customs.stateName
    }
  }

  /// Why nobody can book it on a day, or `nil` when it can be booked.
  func obstacleToBooking(on day: Day) -> String? {
    if exemption(on: day) != nil { return "exempted from opening" }
    return isClosed ? "closed" : nil
  }

  /// The ground on which it need not be open on a day.
  func exemption(on day: Day) -> ExemptionGround? {
    guard let exemption, exemption.to.map({ day <= $0 }) ?? true else { return nil }
    return exemption.ground
  }

  /// The last day of the exemption, when it has one.
  var lastExemptedDay: Day? { exemption?.to }

  /// The first day without the last exemption, if one is over by the day.
  func exemptionOver(by day: Day) -> Day? {
    guard let exemption else { return exemptionEndedOn }
    guard let to = exemption.to, day > to else { return nil }
    return try? to.advanced(by: 1)
  }

  /// The original value on a day; before its first day, the first.
  func value(on day: Day) -> Fen? {
    (values.last { $0.from <= day } ?? values.first)?.value
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .resourceAcquired: facts == nil
    case .resourceTransferred(let data): facts.map { $0.unit == data.from } ?? true
    case .resourceClosed: !isClosed
    case .resourceExempted: exemption(on: event.event.validTime.day) == nil
    case .exemptionEnded: exemption(on: event.event.validTime.day) != nil
    case .resourceEnrolledVoluntarily: !isEnrolledVoluntarily
    default: customs.allows(event)
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    let day = event.event.validTime.day
    switch event.event.payload {
    case .resourceAcquired(let data):
      facts = ResourceFacts(data)
      values.insert(ValueChange(from: min(day, data.acceptedOn), value: data.originalValue), at: 0)
    case .resourceUpdated(let data):
      // Admission lets only values through that fit; a misfit in a replica changes nothing.
      for change in data.changes { try? facts?.set(change.field, to: change.value) }
    case .resourceRevalued(let data): values.append(ValueChange(from: day, value: data.originalValue))
    case .resourceTransferred(let data): facts?.unit = data.to
    case .resourceFundingCorrected(let data): facts?.funding = data.funding
    case .resourceRegistered: registeredOn = registeredOn ?? day
    case .resourceOpened(let data): open(data.mode, data.weeklyHours, on: day)
    case .resourceClosed: close(on: day)
    case .resourceExempted(let data): exemption = data
    case .exemptionEnded:
      exemption = nil
      exemptionEndedOn = day
    case .resourceEnrolledVoluntarily: isEnrolledVoluntarily = true
    case .resourceStatusChanged(let data): status = data.status
    default: customs.apply(event)
    }
  }

  private mutating func open(_ mode: SharingMode, _ weeklyHours: Seconds?, on day: Day) {
    if mode != .external { endSpell(on: day) }
    if mode == .external, openSpells.last.map({ $0.to != nil }) ?? true { openSpells.append(OpenSpell(from: day)) }
    self.mode = mode
    self.weeklyHours = weeklyHours
    isClosed = mode == SharingMode.none
  }

  private mutating func close(on day: Day) {
    endSpell(on: day)
    mode = SharingMode.none
    weeklyHours = nil
    isClosed = true
  }

  private mutating func endSpell(on day: Day) {
    if let last = openSpells.indices.last, openSpells[last].to == nil { openSpells[last].to = day }
  }
}
