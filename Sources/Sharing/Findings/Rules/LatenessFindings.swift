import EventLog
import EventModel

/// Articles 14 and 23: use is recorded truly, and so in time.
extension FindingsReading {
  /// One finding for each party and year, since each late fact alone says little.
  mutating func findLateness() {
    guard isPublished(.recordedLateDays) else { return }
    var findings: [UInt64: Finding] = [:]
    for row in state.late {
      guard let day = try? Day(number: Int64(row.day)), let (most, edition) = threshold(.recordedLateDays, on: day),
        Int64(row.lagDays) > most, let actor = state.actors.identifier(row.actor)
      else { continue }
      let key = UInt64(row.actor) << 32 | UInt64(day.civil.year)
      var finding = findings[key] ?? Finding(.recordedLate, actor, since: day)
      if day < finding.since { finding = finding.moved(to: day) }
      finding.evidence.append(row.position)
      finding.measured = max(finding.measured ?? 0, Int64(row.lagDays))
      finding.threshold = min(finding.threshold ?? most, most)
      finding.policy = edition?.id
      findings[key] = finding
    }
    found += findings.values.map { finding in
      var finding = finding
      finding.evidence = Set(finding.evidence).sorted()
      return finding
    }
  }
}

extension Finding {
  /// The same since an earlier day.
  fileprivate func moved(to day: Day) -> Finding {
    var finding = Finding(rule, party, since: day)
    finding.evidence = evidence
    (finding.measured, finding.threshold) = (measured, threshold)
    return finding
  }
}
