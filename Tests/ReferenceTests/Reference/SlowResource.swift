import EventModel

/// A resource and everything that happened to it by a moment: what it is asked on a day is a loop over that.
struct SlowResource {
  let acquired: ResourceAcquired
  /// In order of valid time, then position.
  let events: [RecordedEvent]
  let policies: SlowPolicies
  /// The civil day of the moment.
  let today: Int

  var id: String { acquired.resource.text }
  var tag: Tag { Tag(.resource, acquired.resource) }
  var acceptedOn: Int { SlowTime.day(acquired.acceptedOn) }

  /// Those by a day.
  func events(through day: Int) -> [RecordedEvent] { events.filter { SlowTime.day($0.event.validTime) <= day } }

  /// The same as it was at the end of a day.
  func by(_ day: Int) -> SlowResource {
    SlowResource(acquired: acquired, events: events(through: day), policies: policies, today: day)
  }

  var owner: Identifier {
    var owner = acquired.unit
    for event in events { if case .resourceTransferred(let data) = event.event.payload { owner = data.to } }
    return owner
  }

  func originalValue(on day: Int) -> Int? {
    var value = acquired.originalValue.map { Int($0.amount) }
    for event in events(through: day) {
      if case .resourceRevalued(let data) = event.event.payload { value = Int(data.originalValue.amount) }
    }
    return value
  }

  /// Art. 3: equipment from 200,000.00 yuan on, everything else whatever it is worth.
  func isInScope(on day: Int) -> Bool {
    acquired.kind != .equipment || originalValue(on: day) ?? 0 >= policies.threshold(on: day)
  }

  /// Art. 5: any fiscal money, as last corrected.
  func isFiscal(on day: Int) -> Bool {
    var funding = acquired.funding
    for event in events(through: day) {
      if case .resourceFundingCorrected(let data) = event.event.payload { funding = data.funding }
    }
    return funding.contains { [.central, .local].contains($0.source) && $0.amount.amount > 0 }
  }

  func isExempted(on day: Int) -> Bool { exemption(on: day) != nil }

  func exemption(on day: Int) -> (data: ResourceExempted, position: Int)? {
    var exemption: (data: ResourceExempted, position: Int)?
    for event in events(through: day) {
      if case .resourceExempted(let data) = event.event.payload { exemption = (data, Int(event.position.number)) }
      if case .exemptionEnded = event.event.payload { exemption = nil }
    }
    guard let found = exemption, found.data.to.map({ day <= SlowTime.day($0) }) ?? true else { return nil }
    return found
  }

  func mustOpen(on day: Int) -> Bool { isInScope(on: day) && isFiscal(on: day) && !isExempted(on: day) }

  /// To whom it is open after all that happened.
  var mode: SharingMode? {
    var mode: SharingMode?
    for event in events {
      if case .resourceOpened(let data) = event.event.payload { mode = data.mode }
      if case .resourceClosed = event.event.payload { mode = SharingMode.none }
    }
    return mode
  }

  var registeredOn: Int? {
    events.first { $0.event.type == .resourceRegistered }.map { SlowTime.day($0.event.validTime) }
  }

  // MARK: Art. 12

  /// The day the clock starts: acceptance, or the first day of the duty that runs now, when the duty began or came back
  /// later. An exemption that ended starts it again, also when it lasted less than a day.
  var clockStart: Int {
    var start = acceptedOn
    for event in events {
      if case .exemptionEnded = event.event.payload { start = max(start, SlowTime.day(event.event.validTime)) }
    }
    // Between two of these days nothing changes.
    var days = events.flatMap { [SlowTime.day($0.event.validTime)] } + policies.days + [acceptedOn]
    for event in events {
      if case .resourceExempted(let data) = event.event.payload, let to = data.to { days.append(SlowTime.day(to) + 1) }
    }
    let turns = Set(days).filter { $0 >= acceptedOn && $0 <= today }.sorted()
    for (turn, next) in zip(turns, turns.dropFirst()) where !mustOpen(on: turn) {
      start = max(start, next)
    }
    return start
  }

  /// The last day to report and open it, while it must be open; what was accepted before the regulation has none.
  var dueOn: Int? {
    guard mustOpen(on: today), acceptedOn >= policies.inForce(on: today) else { return nil }
    return clockStart + policies.registrationDays(on: clockStart)
  }

  /// The day it was both reported and open to others; a time of being open that was over when the clock started does
  /// not count.
  var metOn: Int? {
    guard let registeredOn, let openedOn else { return nil }
    return max(registeredOn, openedOn)
  }

  /// The first day it was open to others under the duty whose clock runs.
  var openedOn: Int? {
    let start = clockStart
    return openSpells.first { $0.to.map { $0 > start } ?? true }?.from
  }

  /// Whether it was open to others on every one of some days.
  func isOpen(from: Int, through: Int) -> Bool {
    openSpells.contains { $0.from <= from && $0.to.map { $0 > through } ?? true }
  }

  private var openSpells: [(from: Int, to: Int?)] {
    var spells: [(from: Int, to: Int?)] = []
    for event in events {
      let day = SlowTime.day(event.event.validTime)
      let isOpen = spells.last.map { $0.to == nil } ?? false
      switch event.event.payload {
      case .resourceOpened(let data) where data.mode == .external: if !isOpen { spells.append((day, nil)) }
      case .resourceOpened, .resourceClosed: if isOpen { spells[spells.count - 1].to = day }
      default: break
      }
    }
    return spells
  }
}

extension SlowLedger {
  /// Every resource acquired by a moment.
  func resources(by valid: Instant) -> [SlowResource] { SlowLedger.resources(facts(by: valid), today: valid) }

  /// - Parameter facts: those true by the moment, in order of valid time, then position.
  static func resources(_ facts: [RecordedEvent], today: Instant) -> [SlowResource] {
    let policies = SlowPolicies(facts)
    var resources: [SlowResource] = []
    for event in facts {
      guard case .resourceAcquired(let data) = event.event.payload else { continue }
      let own = facts.filter { $0.event.tags.contains(Tag(.resource, data.resource)) && changesResource($0.event.type) }
      resources.append(
        SlowResource(acquired: data, events: own, policies: policies, today: SlowTime.day(today)))
    }
    return resources
  }

  private static func changesResource(_ type: EventType) -> Bool {
    [
      .resourceAcquired, .resourceFundingCorrected, .resourceRevalued, .resourceTransferred, .resourceRegistered,
      .resourceOpened,
      .resourceClosed, .resourceExempted, .exemptionEnded, .customsSupervisionDeclared, .customsConsentRecorded,
      .customsReleased,
    ].contains(type)
  }
}
