import EventModel

/// Hours, services, ratings, complaints and outcomes.
extension PostingList {
  mutating func addUse(_ payload: EventPayload) {
    switch payload {
    case .usageRecorded(let data): addUsage(data.unit, data.resource, data.facts, sign: 1)
    case .usageCorrected(let data):
      addUsage(data.unit, data.resource, data.was, sign: -1)
      addUsage(data.unit, data.resource, data.now, sign: 1)
    case .usageVoided(let data): addUsage(data.unit, data.resource, data.was, sign: -1)
    case .outageEnded(let data): addIdle(data.unit, data.resource, "outage", data.days)
    case .maintenanceEnded(let data): addIdle(data.unit, data.resource, "maintenance", data.days)
    case .satisfactionRated(let data):
      count(Account(.rating, data.unit.text, "sum"), Int64(data.score.value))
      count(Account(.rating, data.unit.text, "count"), 1)
    case .complaintFiled(let data): count(Account(.complaint, data.unit.text, "filed"), 1)
    case .complaintResolved(let data): count(Account(.complaint, data.unit.text, "resolved"), 1)
    case .outcomeReported(let data): addOutcome(data.units, "reported")
    case .acknowledgementVerified(let data):
      if data.acknowledged == .yes { addOutcome(data.units, "acknowledged") }
    default: break
    }
  }

  private mutating func addUsage(_ unit: Identifier, _ resource: Identifier, _ facts: UsageFacts, sign: Int64) {
    let side = facts.side.wireName
    let hours = Account(.hours, unit.text, resource.text, side)
    for share in facts.days { count(hours, sign * share.seconds.value, on: share.day) }
    count(Account(.services, unit.text, side), sign)
  }

  private mutating func addIdle(_ unit: Identifier, _ resource: Identifier, _ cause: String, _ days: [DayShare]) {
    let idle = Account(.idle, unit.text, resource.text, cause)
    for share in days { count(idle, share.seconds.value, on: share.day) }
  }

  private mutating func addOutcome(_ units: [Identifier], _ step: String) {
    for unit in units { count(Account(.outcome, unit.text, step), 1) }
  }
}
