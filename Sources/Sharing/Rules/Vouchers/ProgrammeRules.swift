import EventLog
import EventModel

/// Voucher programmes: money and last days that make sense, and vouchers issued within them while they are open.
enum ProgrammeRules {
  static let all = [
    Rule("programmeMakesSense", types: [.programmeOpened]) { event, _ in
      guard case .programmeOpened(let data) = event.payload else { return }
      try LimitRules.number(data.budget.amount, "budget", in: MoneyLimitRules.positive)
      if let cap = data.capPerVoucher {
        try LimitRules.number(cap.amount, "capPerVoucher", in: MoneyLimitRules.positive)
      }
      if let cap = data.capPerUserYear {
        try LimitRules.number(cap.amount, "capPerUserYear", in: MoneyLimitRules.positive)
      }
      let day = event.validTime.day
      if data.useBy < day || data.useBy > data.cashBy {
        throw Refusal.dayOutOfRange(field: "useBy", day: data.useBy, earliest: day, latest: data.cashBy)
      }
    },
    Rule("programmeClosesOnce", types: [.programmeClosed]) { event, context in
      guard let tag = event.payload.tags.first else { return }
      let timeline = try context.programme(tag.id, types: ProgrammeState.types.union([.voucherIssued]))
      try Lifecycle<ProgrammeState>.insert(context.candidate(event), into: timeline, of: tag)
    },
    Rule("voucherFitsItsProgramme", types: [.voucherIssued]) { event, context in
      guard case .voucherIssued(let data) = event.payload else { return }
      try LimitRules.number(data.face.amount, "face", in: MoneyLimitRules.positive)
      let timeline = try context.programme(data.programme, types: ProgrammeState.types)
      let state = ProgrammeState(folding: timeline, at: event.validTime)
      guard let programme = state.opened, !state.isClosed else {
        throw Refusal.wrongState(
          Tag(.programme, data.programme), state: state.stateName(for: event.type), event: event.type)
      }
      if let cap = programme.capPerVoucher, data.face > cap {
        throw Refusal.capPerVoucherExceeded(programme: data.programme, face: data.face.amount, cap: cap.amount)
      }
      if data.cashBy < data.useBy {
        throw Refusal.dayOutOfRange(
          field: "cashBy", day: data.cashBy, earliest: data.useBy, latest: programme.cashBy)
      }
      try within("useBy", data.useBy, latest: programme.useBy)
      try within("cashBy", data.cashBy, latest: programme.cashBy)
    },
  ]

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
