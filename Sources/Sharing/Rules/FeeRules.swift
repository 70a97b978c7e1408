import EventModel

/// Fee standards: prices that can be told from any quantity, for things named once.
enum FeeRules {
  static let all = [
    Rule("standardNamesWhatItCovers", types: [.feeStandardPublished]) { event, _ in
      guard case .feeStandardPublished(let data) = event.payload else { return }
      try LimitRules.notEmpty(data.resources, "resources")
      try LimitRules.distinct(data.resources.map(\.text), "resources")
      try LimitRules.notEmpty(data.lines, "lines")
    },
    Rule("pricesCanBeTold", types: [.feeStandardPublished]) { event, _ in
      guard case .feeStandardPublished(let data) = event.payload else { return }
      for (index, line) in data.lines.enumerated() { try check(line, "lines[\(index)]") }
    },
    Rule("onePriceForOneThing", types: [.feeStandardPublished]) { event, _ in
      guard case .feeStandardPublished(let data) = event.payload else { return }
      var seen: Set<FeeSubject> = []
      for line in data.lines {
        let subject = FeeSubject(line)
        if !seen.insert(subject).inserted { throw Refusal.namedTwice(field: "lines", value: subject.description) }
      }
    },
    Rule("standardHeldBeforeItEnds", types: [.feeStandardWithdrawn]) { event, context in
      guard case .feeStandardWithdrawn(let data) = event.payload else { return }
      for event in try context.timeline(of: Tag(.standard, data.standard), .money) {
        if case .feeStandardPublished(let published) = event.event.payload, data.from < published.effectiveFrom {
          throw Refusal.lastDayBeforeFirst(from: published.effectiveFrom, to: data.from)
        }
      }
    },
  ]

  /// Hours are counted by a measure and nothing else is; the tiers rise from zero.
  private static func check(_ line: FeeLine, _ field: String) throws(Refusal) {
    if (line.basis == .perHour) != (line.measure != nil) {
      throw .illegalValue(field: "\(field).measure", value: line.measure?.wireName ?? "absent")
    }
    try LimitRules.notEmpty(line.tiers, "\(field).tiers")
    var lowest: Int64 = 0
    for (index, tier) in line.tiers.enumerated() {
      let over = index == 0 ? 0...0 : lowest...max(lowest, Count.range.upperBound)
      try LimitRules.number(tier.over.value, "\(field).tiers[\(index)].over", in: over)
      try LimitRules.number(tier.fen.amount, "\(field).tiers[\(index)].fen", in: 0...Fen.range.upperBound)
      // A count has at most 53 bits.
      lowest = tier.over.value + 1
    }
  }
}

/// What a fee line prices, and for whom: one standard says each at most once.
struct FeeSubject: Hashable, CustomStringConvertible {
  let component: CostComponent
  let label: Text?
  let basis: FeeBasis
  let measure: FeeMeasure?
  let userClass: Identifier?

  init(_ line: FeeLine) {
    (component, label, basis) = (line.component, line.label, line.basis)
    (measure, userClass) = (line.measure, line.userClass)
  }

  var description: String {
    [component.wireName, label?.string, basis.wireName, measure?.wireName, userClass?.text].compactMap { $0 }
      .joined(separator: " ")
  }
}
