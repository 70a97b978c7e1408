import EventModel

/// Article 16: charges against the standard in force on the day of their use.
extension SlowFindings {
  func charges() -> [SlowFinding] {
    let standards = here.standards(by: valid)
    let usages = here.usages(by: valid)
    var found: [SlowFinding] = []
    for charge in here.charges(by: valid) where !charge.isReversed {
      guard let usage = usages.first(where: { $0.usage == charge.assessed.usage.text }), !usage.isVoided else {
        continue
      }
      let tag = Tag(.charge, charge.assessed.charge)
      let since = SlowTime.day(charge.validTime)
      let day = SlowTime.day(usage.facts.start)
      guard let standard = SlowLedger.inForce(standards, usage.resource, on: day) else {
        found.append(
          SlowFinding("chargeWithoutStandard", charge.assessed.unit, [tag], since: since).measuring(charge.total))
        continue
      }
      guard case .price(_, _, _, let price) = SlowLedger.quote(usage, standards, facts) else { continue }
      let listed = Set(SlowPrice.lines(standard.data.lines, for: usage.facts.side.wireName).map(\.component))
      let other = Set(charge.lines.map(\.component)).subtracting(listed)
      if !other.isEmpty {
        found.append(SlowFinding("componentNotListed", charge.assessed.unit, [tag], since: since))
      }
      if charge.total != price || charge.assessed.standard != standard.data.standard {
        found.append(
          SlowFinding("chargeDiffersFromStandard", charge.assessed.unit, [tag], since: since)
            .measuring(charge.total, against: price))
      }
    }
    return found
  }
}
