import EventModel
import ShareLedger

/// Hours of use, idle hours and services: a row for each resource, and one for the unit.
enum HoursReport: Report {
  static let name = "hours"
  static let summary = "hours of use by unit and resource, external and internal; outages, maintenance, services"

  private static let titles = [
    "unit", "resource", "external", "internal", "used", "outage", "maintenance", "externalServices",
    "internalServices", "positions",
  ]

  static func sheet(_ view: LedgerView, unit: Identifier?, in period: CivilPeriod) throws(LedgerError) -> Sheet {
    var sheet = Sheet("hours", titles)
    for hours in try view.hours(of: unit, in: period) {
      for resource in hours.resources {
        sheet.add(row(hours, resource.resource.text, resource.time, services: [.count(nil), .count(nil)]))
      }
      let services = [hours.externalServices, hours.internalServices].map { Sheet.Value.count(Int64(clamping: $0)) }
      sheet.add(row(hours, nil, hours.time, services: services))
    }
    return sheet
  }

  private static func row(
    _ hours: UnitHours, _ resource: String?, _ time: UsedTime, services: [Sheet.Value]
  ) -> [Sheet.Value] {
    let seconds = [
      time.externalSeconds, time.internalSeconds, time.usedSeconds, time.outageSeconds, time.maintenanceSeconds,
    ]
    return [.text(hours.unit.text), .text(resource)] + seconds.map { .seconds($0) } + services
      + [.positions(time.positions)]
  }
}
