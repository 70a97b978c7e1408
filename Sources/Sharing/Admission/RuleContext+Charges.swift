import EventModel

extension RuleContext {
  /// Everything known about a charge, what was paid for it and what vouchers paid of it, in valid order.
  func charge(_ charge: Identifier) throws -> [RecordedEvent] {
    let tag = Tag(.charge, charge)
    let money = try timeline(of: tag, .money)
    let vouchers = try timeline(of: tag, .vouchers)
    if vouchers.isEmpty { return money }
    return (money + vouchers).sorted { left, right in
      left.event.validTime != right.event.validTime
        ? left.event.validTime < right.event.validTime : left.position < right.position
    }
  }

  /// A charge of a usage that is not reversed at some time from an instant on.
  ///
  /// - Complexity: O(charges of the usage, of which all but one are reversed).
  func liveCharge(of usage: Identifier, from validTime: Instant) throws -> Identifier? {
    for event in try timeline(of: Tag(.usage, usage), .money) {
      guard case .chargeAssessed(let data) = event.event.payload else { continue }
      let reversal = try timeline(of: Tag(.charge, data.charge), .money).first { $0.event.type == .chargeReversed }
      if reversal.map({ $0.event.validTime > validTime }) ?? true { return data.charge }
    }
    return nil
  }
}
