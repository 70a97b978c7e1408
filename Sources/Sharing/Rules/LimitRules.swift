import EventModel

/// Limits of single values and lists, told from the event alone.
enum LimitRules {
  /// A week in seconds: nothing is open longer.
  static let weekSecondsMax: Int64 = 7 * 86_400

  static let all = [
    Rule("amountsAreNotNegative", types: [.resourceAcquired, .resourceRevalued, .resourceFundingCorrected]) {
      event, _ in
      switch event.payload {
      case .resourceAcquired(let data):
        if let value = data.originalValue { try amount(value, "originalValue") }
        try amounts(data.funding)
      case .resourceFundingCorrected(let data): try amounts(data.funding)
      case .resourceRevalued(let data): try amount(data.originalValue, "originalValue")
      default: break
      }
    },
    Rule("weekHasSevenDays", types: [.resourceOpened]) { event, _ in
      guard case .resourceOpened(let data) = event.payload, let hours = data.weeklyHours else { return }
      try number(hours.value, "weeklyHours", in: 0...weekSecondsMax)
    },
    Rule("nothingIsNamedTwice") { event, _ in
      switch event.payload {
      case .resourceAcquired(let data): try distinct((data.attributes ?? []).map(\.name.string), "attributes")
      case .resourceUpdated(let data): try distinct(data.changes.map(\.field.text), "changes")
      case .policyPublished(let data): try distinct(data.parameters.map(\.name.text), "parameters")
      case .indicatorSetPublished(let data): try distinct(data.indicators.map(\.id.text), "indicators")
      case .agencyAuthorised(let data): try distinct(data.resources.map(\.text), "resources")
      case .agencyEnded(let data): try distinct(data.resources.map(\.text), "resources")
      case .leaseRecorded(let data): try distinct(data.resources.map(\.text), "resources")
      case .outcomeReported(let data):
        try distinct(data.units.map(\.text), "units")
        try distinct(data.resources.map(\.text), "resources")
      default: break
      }
    },
    Rule("listsNameSomething") { event, _ in
      switch event.payload {
      case .resourceUpdated(let data): try notEmpty(data.changes, "changes")
      case .indicatorSetPublished(let data): try notEmpty(data.indicators, "indicators")
      case .agencyAuthorised(let data): try notEmpty(data.resources, "resources")
      case .leaseRecorded(let data): try notEmpty(data.resources, "resources")
      case .outcomeReported(let data):
        try notEmpty(data.units, "units")
        try notEmpty(data.resources, "resources")
      default: break
      }
    },
    Rule("lastDayIsNotBeforeFirst") { event, _ in
      switch event.payload {
      case .roleGranted(let data): try order(data.from, data.to)
      case .agencyAuthorised(let data): try order(data.from, data.to)
      case .leaseRecorded(let data): try order(data.from, data.to)
      case .disclosurePublished(let data): try order(data.period.from, data.period.to)
      case .resourceExempted(let data): try order(event.validTime.day, data.to)
      default: break
      }
    },
  ]

  private static func amounts(_ funding: [Funding]) throws(Refusal) {
    for (index, source) in funding.enumerated() { try amount(source.amount, "funding[\(index)].amount") }
  }

  private static func amount(_ fen: Fen, _ field: String) throws(Refusal) {
    try number(fen.amount, field, in: 0...Fen.range.upperBound)
  }

  /// - Throws: ``Refusal/outOfRange(field:value:min:max:)``.
  static func number(_ value: Int64, _ field: String, in range: ClosedRange<Int64>) throws(Refusal) {
    if !range.contains(value) {
      throw .outOfRange(field: field, value: value, min: range.lowerBound, max: range.upperBound)
    }
  }

  /// - Throws: ``Refusal/namedTwice(field:value:)``.
  static func distinct(_ names: [String], _ field: String) throws(Refusal) {
    var seen: Set<[UInt8]> = []
    // By bytes: Swift calls composed and decomposed spellings equal, the ledger does not.
    for name in names where !seen.insert(Array(name.utf8)).inserted { throw .namedTwice(field: field, value: name) }
  }

  /// - Throws: ``Refusal/emptyList(field:)``.
  static func notEmpty<Element>(_ list: [Element], _ field: String) throws(Refusal) {
    if list.isEmpty { throw .emptyList(field: field) }
  }

  private static func order(_ from: Day, _ to: Day?) throws(Refusal) {
    if let to, to < from { throw .lastDayBeforeFirst(from: from, to: to) }
  }
}
