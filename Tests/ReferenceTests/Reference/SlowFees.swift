import EventModel

/// A fee standard as published, and the first day it no longer holds.
struct SlowStandard {
  let data: FeeStandardPublished
  let published: Instant
  let position: Int
  var withdrawnFrom: Int?

  func holds(on day: Int) -> Bool {
    SlowTime.day(data.effectiveFrom) <= day && withdrawnFrom.map { day < $0 } ?? true
  }
}

/// What a usage costs, line by line, or why it has no price.
enum SlowQuote: Equatable {
  case unknown, voided, noStandard
  case price(standard: String, quantities: [Int], amounts: [Int], total: Int)
}

extension SlowLedger {
  func standards(by valid: Instant) -> [SlowStandard] {
    var standards: [SlowStandard] = []
    for event in facts(by: valid) {
      switch event.event.payload {
      case .feeStandardPublished(let data):
        standards.append(
          SlowStandard(data: data, published: event.event.validTime, position: Int(event.position.number)))
      case .feeStandardWithdrawn(let data):
        for index in standards.indices where standards[index].data.standard == data.standard {
          let from = SlowTime.day(data.from)
          standards[index].withdrawnFrom = min(from, standards[index].withdrawnFrom ?? from)
        }
      default: break
      }
    }
    return standards
  }

  /// The standard that covers a resource, holds on a day, and took effect last; of two that took effect on one day the
  /// one published later, at last the one recorded later.
  static func inForce(_ standards: [SlowStandard], _ resource: Identifier, on day: Int) -> SlowStandard? {
    var best: SlowStandard?
    for standard in standards where standard.data.resources.contains(resource) && standard.holds(on: day) {
      guard let other = best else {
        best = standard
        continue
      }
      let left = (standard.data.effectiveFrom.number, standard.published.microseconds, standard.position)
      let right = (other.data.effectiveFrom.number, other.published.microseconds, other.position)
      if left > right { best = standard }
    }
    return best
  }

  /// What a usage costs by the standard in force on the day it started.
  ///
  /// - Parameters:
  ///   - facts: the facts true by then.
  ///   - userClass: whose prices; by default those of the usage's side.
  ///   - charged: the lines of a charge, which say how many items there were; by default none.
  static func quote(
    _ usage: SlowUsage?, _ standards: [SlowStandard], _ facts: [RecordedEvent], userClass: String? = nil,
    charged: [ChargeLine] = []
  ) -> SlowQuote {
    guard let usage else { return .unknown }
    if usage.isVoided { return .voided }
    let day = SlowTime.day(usage.facts.start)
    guard let standard = SlowLedger.inForce(standards, usage.resource, on: day) else { return .noStandard }
    let booked = usage.facts.booking.flatMap { bookedSpan($0, facts) }
    let lines = SlowPrice.lines(standard.data.lines, for: userClass ?? usage.facts.side.wireName)
    var (quantities, amounts): ([Int], [Int]) = ([], [])
    for (place, line) in lines.enumerated() {
      let quantity: Int =
        switch line.basis {
        case .perUse: 1
        case .perSample: Int(usage.facts.samples?.value ?? 0)
        case .perItem: SlowPrice.items(place, lines, charged)
        case .perHour: SlowPrice.seconds(line.measure, usage.facts.start, usage.facts.end, booked)
        }
      quantities.append(quantity)
      amounts.append(SlowPrice.amount(line.tiers, quantity, isPerHour: line.basis == .perHour))
    }
    return .price(
      standard: standard.data.standard.text, quantities: quantities, amounts: amounts, total: amounts.reduce(0, +))
  }

  private static func bookedSpan(_ booking: Identifier, _ facts: [RecordedEvent]) -> (start: Instant, end: Instant)? {
    var span: (start: Instant, end: Instant)?
    for event in facts where event.event.type == .bookingRequested || event.event.type == .bookingRescheduled {
      switch event.event.payload {
      case .bookingRequested(let data) where data.booking == booking: span = (data.start, data.end)
      case .bookingRescheduled(let data) where data.booking == booking: span = (data.start, data.end)
      default: break
      }
    }
    return span
  }
}

/// Prices counted in units of fen·seconds, stretch by stretch.
enum SlowPrice {
  /// The lines a class of user pays: its own, and those for everyone that it has no own line instead of.
  static func lines(_ lines: [FeeLine], for userClass: String) -> [FeeLine] {
    lines.filter { line in
      guard let own = line.userClass else {
        return !lines.contains {
          $0.userClass?.text == userClass && $0.component == line.component && $0.label == line.label
            && $0.basis == line.basis && $0.measure == line.measure
        }
      }
      return own.text == userClass
    }
  }

  /// How many items a charge names for a line: those of its lines for the same, one by one when several prices are for
  /// the same; never below zero.
  static func items(_ place: Int, _ lines: [FeeLine], _ charged: [ChargeLine]) -> Int {
    func isSame(_ line: FeeLine) -> Bool {
      line.component == lines[place].component && line.label == lines[place].label
    }
    let own = charged.filter { $0.component == lines[place].component && $0.label == lines[place].label }
    if lines.filter(isSame).count == 1 { return max(0, own.map { Int($0.quantity.value) }.reduce(0, +)) }
    let number = lines[..<place].filter(isSame).count
    return number < own.count ? max(0, Int(own[number].quantity.value)) : 0
  }

  /// Whole seconds of the time booked, the time used, or the time that is either.
  static func seconds(
    _ measure: FeeMeasure?, _ start: Instant, _ end: Instant, _ booked: (start: Instant, end: Instant)?
  ) -> Int {
    let used = (Int(start.microseconds), Int(end.microseconds))
    let booked = booked.map { (Int($0.start.microseconds), Int($0.end.microseconds)) } ?? used
    let spans =
      switch measure {
      case .booked: [booked]
      case .overage: [booked, used]
      case .used, nil: [used]
      }
    // The stretches between all ends, each counted once when a span covers it.
    let ends = Array(Set(spans.flatMap { [$0.0, $0.1] })).sorted()
    var sum = 0
    for (from, to) in zip(ends, ends.dropFirst()) where spans.contains(where: { $0.0 <= from && to <= $0.1 }) {
      sum += to - from
    }
    return sum / 1_000_000
  }

  /// Each stretch between two steps at the price of the last step before it; flat steps that are reached cost once.
  static func amount(_ tiers: [FeeTier], _ quantity: Int, isPerHour: Bool) -> Int {
    let per = isPerHour ? 3_600 : 1
    let steps = tiers.map { (over: Int($0.over.value), fen: Int($0.fen.amount), isFlat: $0.flat ?? false) }
    var fenSeconds = 0
    for step in steps where step.isFlat && step.over < quantity { fenSeconds += step.fen * per }
    let ends = Array(Set(steps.map(\.over).filter { $0 < quantity } + [quantity])).sorted()
    for (from, to) in zip(ends, ends.dropFirst()) {
      if let step = steps.filter({ $0.over <= from }).max(by: { $0.over < $1.over }), !step.isFlat {
        fenSeconds += step.fen * (to - from)
      }
    }
    var fen = 0
    var rest = fenSeconds
    while rest < 0 {
      rest += per
      fen -= 1
    }
    fen += rest / per
    rest %= per
    // Half a fen is rounded up.
    return 2 * rest >= per ? fen + 1 : fen
  }
}
