import EventLog
import EventModel

/// Articles 17 and 23: what outcomes name, and what users say.
extension FindingsReading {
  mutating func findVoices() throws {
    try kept.forEach(.outcome) { findAcknowledgement($0, $1) }
    if isPublished(.complaintDays) { try kept.forEach(.complaint) { findComplaint($0, $1) } }
    if isPublished(.satisfactionMin) { findRatings() }
  }

  /// What the author says counts until somebody verified it.
  private mutating func findAcknowledgement(_ outcome: Identifier, _ events: [RecordedEvent]) {
    var (units, resources): ([Identifier], [Identifier]) = ([], [])
    var spells: [(since: Day, to: Day?)] = []
    for event in events {
      let acknowledged: Acknowledgement
      switch event.event.payload {
      case .outcomeReported(let data):
        (units, resources) = (data.units, data.resources)
        acknowledged = data.acknowledged
      case .acknowledgementVerified(let data): acknowledged = data.acknowledged
      default: continue
      }
      let isSpell = spells.last.map { $0.to == nil } ?? false
      if acknowledged == .no, !isSpell { spells.append((event.event.validTime.day, nil)) }
      if acknowledged == .yes, isSpell { spells[spells.count - 1].to = event.event.validTime.day }
    }
    for unit in units {
      for spell in spells {
        var finding = Finding(.missingAcknowledgement, unit, since: spell.since)
        finding.subjects = [Tag(.outcome, outcome)] + resources.map { Tag(.resource, $0) }
        finding.evidence = events.map(\.position).sorted()
        finding.curedOn = spell.to
        found.append(finding)
      }
    }
  }

  private mutating func findComplaint(_ complaint: Identifier, _ events: [RecordedEvent]) {
    guard let filed = events.first, case .complaintFiled(let data) = filed.event.payload else { return }
    let from = filed.event.validTime.day
    guard let (days, edition) = threshold(.complaintDays, on: from) else { return }
    let resolved = events.first { $0.event.type == .complaintResolved }
    let until = resolved?.event.validTime.day ?? day
    let due = from.later(by: days)
    guard until > due else { return }
    var finding = Finding(.openComplaints, data.unit, since: due.following)
    finding.subjects = [Tag(.complaint, complaint)] + (data.usage.map { [Tag(.usage, $0)] } ?? [])
    finding.evidence = events.map(\.position)
    finding.curedOn = resolved?.event.validTime.day
    (finding.measured, finding.threshold) = (Int64(until.days(since: from)), days)
    finding.judge(by: edition)
    found.append(finding)
  }

  private mutating func findRatings() {
    var (years, unit): (YearFindings, UInt64?) = (YearFindings(), nil)
    for (key, ratings) in state.money.ratings.sorted(by: { $0.key < $1.key }) {
      if key >> 32 != unit {
        found += years.findings
        (years, unit) = (YearFindings(), key >> 32)
      }
      let year = Int(key & 0xFFFF_FFFF)
      let last = Day.last(of: year)
      guard last < day, let (least, edition) = threshold(.satisfactionMin, on: last),
        let party = state.money.units.identifier(UInt32(key >> 32))
      else { continue }
      guard ratings.sum * 100 < least * ratings.count else {
        years.pass(year)
        continue
      }
      var finding = Finding(.lowSatisfaction, party, since: last.following)
      finding.accounts = [AccountPrefix(.rating, party)]
      finding.evidence = [ratings.newest]
      (finding.measured, finding.threshold) = (ratings.sum * 100 / ratings.count, least)
      finding.judge(by: edition)
      years.fail(finding)
    }
    found += years.findings
  }
}
