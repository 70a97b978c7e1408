import EventLog
import EventModel

/// Article 19: vouchers are accepted, and what they paid is paid out.
extension FindingsReading {
  mutating func findVouchers() throws {
    try kept.forEach(.voucher) { voucher, events in
      for event in events {
        guard case .voucherRefused(let data) = event.event.payload else { continue }
        var finding = Finding(.voucherRefused, data.unit, since: event.event.validTime.day)
        finding.subjects = [Tag(.voucher, voucher), Tag(.party, data.user)]
        finding.evidence = [event.position]
        found.append(finding)
      }
    }
    guard isPublished(.redemptionDays) else { return }
    try kept.forEach(.claim) { try findClaim($0, $1) }
  }

  /// The party that opened the programme answers for claims nobody answered.
  private mutating func findClaim(_ claim: Identifier, _ events: [RecordedEvent]) throws {
    guard let claimed = events.first, case .redemptionClaimed(let data) = claimed.event.payload else { return }
    let from = claimed.event.validTime.day
    guard let (days, edition) = threshold(.redemptionDays, on: from) else { return }
    let answered = events.first { $0.event.type == .redemptionPaid || $0.event.type == .redemptionRejected }
    let until = answered?.event.validTime.day ?? day
    let due = from.later(by: days)
    guard until > due else { return }
    let programme = try kept[.programme, data.programme].first
    var finding = Finding(.redemptionOverdue, programme?.event.actor ?? data.unit, since: due.following)
    finding.subjects = [Tag(.claim, claim), Tag(.party, data.unit), Tag(.programme, data.programme)]
    finding.evidence = events.map(\.position)
    finding.curedOn = answered?.event.validTime.day
    (finding.measured, finding.threshold) = (Int64(until.days(since: from)), days)
    finding.judge(by: edition)
    found.append(finding)
  }
}
