import EventModel

/// The customs papers of a resource.
struct CustomsFile: Hashable {
  /// The latest day any part of it was released to the unit under supervision.
  private(set) var supervisedSince: Day?
  /// What customs last consented to.
  private(set) var consent: Text?
  /// The day customs released it from supervision.
  private(set) var releasedOn: Day?

  var stateName: String {
    if releasedOn != nil { return "released by customs" }
    return supervisedSince == nil ? "not under customs supervision" : "under customs supervision"
  }

  func allows(_ event: RecordedEvent) -> Bool {
    switch event.event.payload {
    case .customsConsentRecorded, .customsReleased: supervisedSince != nil && releasedOn == nil
    default: true
    }
  }

  mutating func apply(_ event: RecordedEvent) {
    switch event.event.payload {
    case .customsSupervisionDeclared(let data):
      supervisedSince = max(supervisedSince ?? data.releasedOn, data.releasedOn)
      (consent, releasedOn) = (nil, nil)
    case .customsConsentRecorded(let data): consent = data.scope
    case .customsReleased: releasedOn = event.event.validTime.day
    default: break
    }
  }

  /// The state on a day, under the period the policy of the release names.
  func state(on day: Day, policies: PolicyBook) -> CustomsState {
    guard let since = supervisedSince else { return .none }
    if let releasedOn { return .released(on: releasedOn) }
    let until = CustomsFile.lastDay(since, years: policies.policy(on: since).customsSupervisionYears)
    if day > until { return .released(on: until) }
    return consent.map { .consented(scope: $0, until: until) } ?? .supervised(until: until)
  }

  /// The same day so many years later, the last one still supervised; 29 February becomes 28 February.
  private static func lastDay(_ since: Day, years: Int64) -> Day {
    let (year, month, day) = since.civil
    let later = year + Int(years)
    return (try? Day(year: later, month: month, day: day)) ?? (try? Day(year: later, month: month, day: day - 1))
      ?? .last
  }
}
