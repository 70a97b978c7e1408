import EventModel

extension RuleContext {
  /// Everything known about a charge, what was paid for it and what vouchers paid of it, in valid order.
  func charge(_ charge: Identifier) throws -> [RecordedEvent] {
    let tag = Tag(.charge, charge)
    return Timelines.merging(try timeline(of: tag, .money), try timeline(of: tag, .vouchers))
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
