import EventModel

/// Article 16: charges, as they were assessed, against the standard in force on the day their use began; and from when
/// on later events made them right.
extension SlowFindings {
  func charges() -> [SlowFinding] {
    let standards = here.standards(by: valid)
    let usages = here.usages(by: valid)
    var found: [SlowFinding] = []
    for charge in here.charges(by: valid) {
      guard let usage = usages.first(where: { $0.usage == charge.assessed.usage.text }), !usage.isVoided else {
        continue
      }
      let subjects = [
        Tag(.charge, charge.assessed.charge), Tag(.resource, charge.assessed.resource),
        Tag(.usage, charge.assessed.usage),
      ]
      func add(_ rule: String, _ more: [Tag], cured: Int?, _ measured: Int, _ threshold: Int) {
        found.append(
          SlowFinding(
            rule, charge.assessed.unit, subjects + more, since: SlowTime.day(charge.validTime), cured: cured
          ).measuring(measured, against: threshold))
      }
      let total = Int(charge.assessed.total.amount)
      let day = SlowTime.day(usage.facts.start)
      guard let standard = SlowLedger.inForce(standards, usage.resource, on: day) else {
        add("chargeWithoutStandard", [], cured: reversal(of: charge), total, 0)
        continue
      }
      let tag = [Tag(.standard, standard.data.standard)]
      let quoted = quote(charge.assessed, usage, standards)
      let charged = SlowFindings.sums(charge.assessed.lines.map { ($0.component, Int($0.amount.amount)) })
      let isNamed = charge.assessed.standard == standard.data.standard
      let cured = right(charge, quoted)
      let strangers = Set(charged.keys).subtracting(quoted.keys)
      // Of what is not listed the first is measured, in the order of the schema.
      let first = CostComponent.allCases.first { strangers.contains($0) }
      let differs = CostComponent.allCases.contains { charged[$0] ?? 0 != quoted[$0] ?? 0 }
      if differs, let first { add("componentNotListed", tag, cured: cured, charged[first] ?? 0, 0) }
      if differs || !isNamed {
        add(
          "chargeDiffersFromStandard", tag, cured: isNamed ? cured : reversal(of: charge), total,
          quoted.values.reduce(0, +))
      }
    }
    return found
  }

  /// What the standard says, by component; every component it lists is there.
  private func quote(
    _ charge: ChargeAssessed, _ usage: SlowUsage, _ standards: [SlowStandard]
  ) -> [CostComponent: Int] {
    let userClass = charge.userClass?.text ?? usage.facts.side.wireName
    let quote = SlowLedger.quote(usage, standards, facts, userClass: userClass, charged: charge.lines)
    guard case .price(let id, _, let amounts, _) = quote,
      let standard = standards.first(where: { $0.data.standard.text == id })
    else { return [:] }
    let lines = SlowPrice.lines(standard.data.lines, for: userClass)
    return SlowFindings.sums(zip(lines.map(\.component), amounts).map { ($0, $1) })
  }

  private static func sums(_ lines: [(component: CostComponent, amount: Int)]) -> [CostComponent: Int] {
    var sums: [CostComponent: Int] = [:]
    for line in lines { sums[line.component, default: 0] += line.amount }
    return sums
  }

  private func later(_ charge: SlowCharge) -> [RecordedEvent] {
    facts.filter {
      [.chargeAdjusted, .chargeReversed].contains($0.event.type)
        && $0.event.tags.contains(Tag(.charge, charge.assessed.charge))
    }
  }

  private func reversal(of charge: SlowCharge) -> Int? {
    later(charge).first { $0.event.type == .chargeReversed }.map(SlowFindings.day)
  }

  /// The day since which its amounts are what the standard says, or it is reversed.
  private func right(_ charge: SlowCharge, _ quoted: [CostComponent: Int]) -> Int? {
    var standing = SlowFindings.sums(charge.assessed.lines.map { ($0.component, Int($0.amount.amount)) })
    var since: Int?
    for event in later(charge) {
      switch event.event.payload {
      case .chargeAdjusted(let data):
        for line in data.lines { standing[line.component, default: 0] += Int(line.amount.amount) }
        let isRight = CostComponent.allCases.allSatisfy { standing[$0] ?? 0 == quoted[$0] ?? 0 }
        since = isRight ? since ?? SlowFindings.day(event) : nil
      default: return since ?? SlowFindings.day(event)
      }
    }
    return since
  }
}
