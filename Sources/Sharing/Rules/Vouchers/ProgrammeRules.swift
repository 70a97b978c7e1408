import EventLog
import EventModel

/// Voucher programmes: money and last days that make sense, and vouchers issued within them while they are open.
enum ProgrammeRules {
  private static let positive: ClosedRange<Int64> = 1...Fen.range.upperBound

  static let all = [
    Rule("programmeMakesSense", types: [.programmeOpened]) { event, _ in
      guard case .programmeOpened(let data) = event.payload else { return }
      try LimitRules.number(data.budget.amount, "budget", in: positive)
      if let cap = data.capPerVoucher { try LimitRules.number(cap.amount, "capPerVoucher", in: positive) }
      if let cap = data.capPerUserYear { try LimitRules.number(cap.amount, "capPerUserYear", in: positive) }
      try inOrder(event.validTime.day, data.useBy)
      try inOrder(data.useBy, data.cashBy)
    },
    Rule("programmeClosesOnce", types: [.programmeClosed]) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let timeline = try context.programme(tag.id, types: ProgrammeState.types.union([.voucherIssued]))
      try Lifecycle<ProgrammeState>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("voucherFitsItsProgramme", types: [.voucherIssued]) { event, context in
      guard case .voucherIssued(let data) = event.payload else { return }
      try LimitRules.number(data.face.amount, "face", in: positive)
      try inOrder(data.useBy, data.cashBy)
      let timeline = try context.programme(data.programme, types: ProgrammeState.types)
      let state = ProgrammeState(folding: timeline, at: event.validTime)
      guard let programme = state.opened, !state.isClosed else {
        throw Refusal.wrongState(
          Tag(.programme, data.programme), state: state.stateName(for: event.type), event: event.type)
      }
      if let cap = programme.capPerVoucher, data.face > cap {
        throw Refusal.capPerVoucherExceeded(programme: data.programme, face: data.face.amount, cap: cap.amount)
      }
      try within("useBy", data.useBy, latest: programme.useBy)
      try within("cashBy", data.cashBy, latest: programme.cashBy)
    },
  ]

  private static func inOrder(_ first: Day, _ last: Day) throws(Refusal) {
    if last < first { throw .lastDayBeforeFirst(from: first, to: last) }
  }

  private static func within(_ field: String, _ day: Day, latest: Day) throws(Refusal) {
    if day > latest { throw .beyondProgramme(field: field, day: day, latest: latest) }
  }
}

extension RuleContext {
  /// The events of some types about a programme, in valid order.
  ///
  /// - Complexity: O(rows of the programme); only events of these types are read.
  func programme(_ programme: Identifier, types: Set<EventType>) throws -> [RecordedEvent] {
    try log.timeline(of: Tag(.programme, programme), .vouchers, types: types, asOf: AsOf(valid: .last, known: log.head))
  }
}
