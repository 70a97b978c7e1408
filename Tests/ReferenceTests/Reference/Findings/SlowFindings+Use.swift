import EventModel
import Foundation

/// Articles 18 and 23: what an instrument is used for, and how much.
extension SlowFindings {
  /// Art. 18: uses from outside that began while customs supervised the resource and had not agreed.
  func customs() -> [SlowFinding] {
    var found: [SlowFinding] = []
    let usages = here.usages(by: valid).filter { !$0.isVoided && $0.facts.side == .external }
    for resource in resources {
      let starts = usages.filter { $0.resource == resource.acquired.resource }.map(\.facts.start).filter {
        supervision(resource, at: $0) != nil
      }.sorted()
      guard let first = starts.first, let last = starts.last else { continue }
      found.append(
        SlowFinding(
          "customsUseWithoutConsent", resource.owner, [resource.tag], since: SlowTime.day(first),
          cured: endOfSupervision(resource, after: last)
        ).measuring(starts.count, against: 0))
    }
    return found
  }

  /// The last day of supervision without consent, asked at a moment.
  private func supervision(_ resource: SlowResource, at time: Instant) -> Int? {
    var released: Int?
    var isFree = false
    for event in resource.events where event.event.validTime <= time {
      switch event.event.payload {
      case .customsSupervisionDeclared(let data):
        released = max(released ?? 0, SlowTime.day(data.releasedOn))
        isFree = false
      case .customsConsentRecorded, .customsReleased: isFree = true
      default: break
      }
    }
    guard let released, !isFree else { return nil }
    let last = SlowFindings.sameDay(released, years: policies.value("customsSupervisionYears", on: released) ?? 3)
    return SlowTime.day(time) <= last ? last : nil
  }

  /// The first day after a moment without such supervision, if it came.
  private func endOfSupervision(_ resource: SlowResource, after time: Instant) -> Int? {
    let paper = resource.events.first { event in
      event.event.validTime > time && [.customsConsentRecorded, .customsReleased].contains(event.event.type)
    }
    if let paper { return SlowFindings.day(paper) }
    return supervision(resource, at: time).flatMap { $0 < today ? $0 + 1 : nil }
  }

  /// The same day of a later year; 29 February becomes 28 February.
  static func sameDay(_ day: Int, years: Int) -> Int {
    let year = SlowTime.year(ofDay: day)
    let (from, to) = (days(of: year), days(of: year + years))
    let (isLong, willBeLong) = (from.through - from.from == 365, to.through - to.from == 365)
    let place = day - from.from
    if place < 59 || isLong == willBeLong { return to.from + place }
    return to.from + (isLong ? place - 1 : place + 1)
  }

  /// Art. 23: in a year that is over and in which it was open to others on every day, less use than a policy expects.
  func lowUse() -> [SlowFinding] {
    resources.flatMap { resource in
      yearly("lowUse", resource.owner, [resource.tag]) { year, days in
        guard resource.isOpen(from: days.from, through: days.through),
          let least = policies.value("lowUseSeconds", on: days.through)
        else { return nil }
        let parts = [SlowPosting.escaped(resource.id)]
        let used = here.postings.filter {
          $0.family == "hours" && days.contain($0.day) && Array($0.account.components(separatedBy: ":")[2...2]) == parts
        }.map(\.amount).reduce(0, +)
        return (used < least, used, least)
      }
    }
  }

  /// Findings of years that are over: each stands until a later year without it is over.
  func yearly(
    _ rule: String, _ party: Identifier, _ subjects: [Tag],
    look: (_ year: Int, _ days: SlowDays) -> (isFound: Bool, measured: Int?, threshold: Int)?
  ) -> [SlowFinding] {
    var found: [SlowFinding] = []
    for year in 2_023..<max(2_023, SlowTime.year(ofDay: today)) {
      let days = SlowFindings.days(of: year)
      guard let (isFound, measured, threshold) = look(year, days) else { continue }
      if isFound {
        found.append(
          SlowFinding(rule, party, subjects, since: days.through + 1).measuring(measured, against: threshold))
      } else {
        for index in found.indices where found[index].cured == nil { found[index].cured = days.through + 1 }
      }
    }
    return found
  }
}
