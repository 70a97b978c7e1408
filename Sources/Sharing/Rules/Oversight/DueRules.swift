import EventModel

/// Subsidies and clawbacks: amounts above zero, and never more paid than is due, on the day it is due or later.
enum DueRules {
  private static let payments: Set<EventType> = [.subsidyPaid, .clawbackReceived]

  static let all = [
    Rule("dueAmountsMoveForward", types: DueState.types) { event, _ in
      guard let step = DueState.Step(event) else { return }
      try LimitRules.number(step.amount.amount, "amount", in: MoneyLimitRules.positive)
    },
    Rule("paidIsDue", types: payments) { event, context in
      guard let tag = event.payload.tags.first, let step = DueState.Step(event) else { return }
      let timeline = try context.timeline(of: tag, .oversight)
      let state = DueState(folding: timeline, at: event.validTime)
      if let postedOn = state.postedOn {
        if step.amount.wide > state.left {
          throw Refusal.paidAboveDue(tag, amount: step.amount.amount, due: Int64(clamping: state.left))
        }
        if step.day < postedOn {
          throw Refusal.wrongState(tag, state: "posted on \(postedOn)", event: event.type)
        }
      }
      try Lifecycle<DueState>.insert(context.candidate(event), into: timeline, of: tag)
    },
  ]
}
