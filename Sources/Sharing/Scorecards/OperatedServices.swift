import EventLog
import EventModel

/// What services count that another party than the owner delivered: it moves from the owner to the operator when
/// organisations are assessed.
///
/// Ratings and complaints belong to the operator the usage named when they were recorded, income and vouchers to the
/// operator of the charge. So what an event counts never changes later.
struct OperatedService {
  /// One amount, for the operator and not for the owner.
  struct Share {
    let servant: Identifier
    let owner: Identifier
    let contribution: ScoreContribution
  }

  /// The amounts, in no particular order.
  private(set) var shares: [Share] = []

  /// What a usage counts: time and services, ratings and complaints.
  init(usage: Identifier, _ log: LogReader, known: Position) throws {
    let types: Set<EventType> = [.usageRecorded, .usageCorrected, .usageVoided, .satisfactionRated, .complaintFiled]
    let events = try log.timeline(
      of: Tag(.usage, usage), .use, types: types, asOf: AsOf(valid: .last, known: known))
    var servant: Identifier?
    var owner: Identifier?
    for event in events.sorted(by: { $0.position < $1.position }) {
      switch event.event.payload {
      case .usageRecorded(let data):
        (servant, owner) = (data.operator, data.unit)
        add(data.facts, data.unit, 1, event)
      case .usageCorrected(let data):
        (servant, owner) = (data.now.operator, data.unit)
        add(data.was, data.unit, -1, event)
        add(data.now, data.unit, 1, event)
      case .usageVoided(let data): add(data.was, data.unit, -1, event)
      case .satisfactionRated(let data):
        add(.ratingSum, Int64(data.score.value), servant, owner, event)
        add(.ratingCount, 1, servant, owner, event)
      case .complaintFiled: add(.complaints, 1, servant, owner, event)
      default: break
      }
    }
  }

  /// What a charge counts: income, and what vouchers paid of it.
  init(charge: Identifier, _ log: LogReader, known: Position) throws {
    let asOf = AsOf(valid: .last, known: known)
    let types: Set<EventType> = [.chargeAssessed, .chargeAdjusted, .chargeReversed]
    let events = try log.timeline(of: Tag(.charge, charge), .money, types: types, asOf: asOf)
    guard let assessed = events.compactMap(\.assessed).first else { return }
    for event in events {
      switch event.event.payload {
      case .chargeAssessed(let data):
        add(.income, data.total, assessed, event, on: data.postedOn ?? data.serviceDay)
      case .chargeAdjusted(let data): add(.income, data.total, assessed, event, on: data.postedOn)
      case .chargeReversed(let data): add(.income, data.total, assessed, event, on: data.postedOn)
      default: break
      }
    }
    try addVouchers(of: assessed, log, asOf)
  }

  /// A claim and its payment count what was left of each deduction when they were recorded.
  private mutating func addVouchers(of charge: ChargeAssessed, _ log: LogReader, _ asOf: AsOf) throws {
    let types: Set<EventType> = [.voucherDeducted, .voucherDeductionReversed]
    var steps: [Identifier: [(position: Position, amount: Int64)]] = [:]
    for event in try log.timeline(of: Tag(.charge, charge.charge), .vouchers, types: types, asOf: asOf) {
      switch event.event.payload {
      case .voucherDeducted(let data): steps[data.deduction, default: []].append((event.position, data.amount.amount))
      case .voucherDeductionReversed(let data):
        steps[data.deduction, default: []].append((event.position, -data.amount.amount))
      default: break
      }
    }
    for (deduction, steps) in steps {
      let types: Set<EventType> = [.redemptionClaimed, .redemptionPaid]
      for event in try log.timeline(of: Tag(.deduction, deduction), .vouchers, types: types, asOf: asOf) {
        let left = steps.reduce(Int64(0)) { $1.position < event.position ? $0 + $1.amount : $0 }
        switch event.event.payload {
        case .redemptionClaimed: add(.redemptionClaimed, left, charge.operator, charge.unit, event)
        case .redemptionPaid(let data):
          add(.redemptionPaid, left, charge.operator, charge.unit, event, on: data.postedOn)
        default: break
        }
      }
    }
  }

  private mutating func add(_ facts: UsageFacts, _ owner: Identifier, _ sign: Int64, _ event: RecordedEvent) {
    let measure: ScoreMeasure = facts.side == .external ? .externalSeconds : .internalSeconds
    for share in facts.days {
      add(measure, sign * share.seconds.value, facts.operator, owner, event, on: share.day)
    }
    add(.services, sign, facts.operator, owner, event)
  }

  private mutating func add(
    _ measure: ScoreMeasure, _ amount: Fen, _ charge: ChargeAssessed, _ event: RecordedEvent, on day: Day?
  ) {
    add(measure, amount.amount, charge.operator, charge.unit, event, on: day)
  }

  private mutating func add(
    _ measure: ScoreMeasure, _ amount: Int64, _ servant: Identifier?, _ owner: Identifier?, _ event: RecordedEvent,
    on day: Day? = nil
  ) {
    guard let servant, let owner, servant != owner else { return }
    shares.append(
      Share(
        servant: servant, owner: owner,
        contribution: ScoreContribution(
          position: event.position, day: day ?? event.event.validTime.day, measure: measure, amount: Int128(amount))))
  }
}

extension RecordedEvent {
  /// The data of an assessed charge.
  fileprivate var assessed: ChargeAssessed? {
    if case .chargeAssessed(let data) = event.payload { data } else { nil }
  }
}
