import EventModel

/// The usage records of a history, each as its last correction left it.
struct SlowUsage {
  let usage: String
  let unit: Identifier
  let resource: Identifier
  var facts: UsageFacts
  var isVoided = false

  init(_ data: UsageRecorded) {
    (usage, unit, resource) = (data.usage.text, data.unit, data.resource)
    facts = UsageFacts(
      booking: data.booking, operator: data.operator, user: data.user, side: data.side, purpose: data.purpose,
      mode: data.mode, start: data.start, end: data.end, samples: data.samples, days: data.days)
  }
}

extension SlowLedger {
  /// Every usage record with the facts as they stand after all events true by a moment.
  func usages(by valid: Instant = .last) -> [SlowUsage] {
    var usages: [SlowUsage] = []
    for event in facts(by: valid) {
      switch event.event.payload {
      case .usageRecorded(let data):
        usages.append(SlowUsage(data))
      case .usageCorrected(let data):
        for index in usages.indices where usages[index].usage == data.usage.text { usages[index].facts = data.now }
      case .usageVoided(let data):
        for index in usages.indices where usages[index].usage == data.usage.text { usages[index].isVoided = true }
      default: break
      }
    }
    return usages
  }

  /// Hours of use by unit, resource and side on the days of a period, in seconds.
  ///
  /// Not from postings: from the records as they stand. Hours count on the days of use, so that a correction of later
  /// valid time changes the days it speaks of (domain §2).
  func hours(from: Int, to: Int) -> [String: Int] {
    var hours: [String: Int] = [:]
    for usage in usages() where !usage.isVoided {
      for share in usage.facts.days where SlowTime.day(share.day) >= from && SlowTime.day(share.day) <= to {
        let key = [usage.unit.text, usage.resource.text, usage.facts.side.wireName].joined(separator: " ")
        hours[key, default: 0] += Int(share.seconds.value)
      }
    }
    return hours
  }
}
