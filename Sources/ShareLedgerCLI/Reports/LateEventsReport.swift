import EventModel
import ShareLedger

/// How late facts were recorded, by type.
enum LateEventsReport: Report {
  static let name = "late-events"
  static let summary = "how long after they became true facts were recorded, by type; the days are those of recording"

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("lags", ["type", "lag", "count", "longest", "positions"])
    for group in try view.lateEvents(of: unit, in: period).groups {
      sheet.add([
        .text(group.type.wireName), .text(group.lag.name), .count(Int64(group.positions.count)),
        .seconds(Int128(group.secondsMax)), .positions(group.positions),
      ])
    }
    return sheet
  }
}

/// Events that count on another day than their own.
enum PostedElsewhereReport: Report {
  static let name = "posted-elsewhere"
  static let summary = "events that count on a later day because their own was closed; the days are those of recording"

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("events", ["positions", "type", "ownDay", "postedOn", "validTime", "recordedTime"])
    for event in try view.lateEvents(of: unit, in: period).postedElsewhere {
      sheet.add([
        .positions([event.position]), .text(event.type.wireName), .text("\(event.ownDay)"), .text("\(event.postedOn)"),
        .text("\(event.validTime)"), .text("\(event.recordedTime)"),
      ])
    }
    return sheet
  }
}

extension Lag {
  /// How late, in words.
  var name: String {
    switch self {
    case .ahead: "ahead"
    case .hour: "within 1 hour"
    case .day: "within 1 day"
    case .week: "within 7 days"
    case .month: "within 30 days"
    case .quarter: "within 90 days"
    case .year: "within 365 days"
    case .longer: "longer"
    }
  }
}
