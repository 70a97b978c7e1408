import EventLog
import EventModel

/// The resources open to others, each with the area of its unit and how much it was used in the year up to V.
struct OpenResources {
  /// One of them.
  struct Row {
    let entry: CatalogueEntry
    /// The administrative division of its unit.
    let area: Identifier?
    /// All use of the last 365 days, in seconds.
    let seconds: Int128
  }

  let period: CivilPeriod
  let rows: [Row]

  /// Reads the catalogue, the units and the hours.
  init(_ log: LogReader, asOf: AsOf) throws {
    period = CivilPeriod(yearThrough: asOf.valid.day)
    var areas: [Identifier: Identifier?] = [:]
    var seconds: [Identifier: Int128] = [:]
    for unit in try HoursBook(log, unit: nil, in: period, asOf: asOf).units {
      for resource in unit.resources { seconds[resource.resource, default: 0] += resource.time.usedSeconds }
    }
    var rows: [Row] = []
    for entry in try Catalogue(log, asOf: asOf).entries
    where entry.mode == .external && entry.status != .retired && entry.exemption == nil {
      if areas[entry.unit] == nil {
        let timeline = try log.timeline(of: Tag(.party, entry.unit), .parties, asOf: asOf)
        areas[entry.unit] = .some(PartyState(folding: timeline).adcode)
      }
      rows.append(
        Row(entry: entry, area: areas[entry.unit] ?? nil, seconds: seconds[entry.resource] ?? 0))
    }
    self.rows = rows
  }
}

extension OpenResources.Row {
  /// Whether its unit lies in an area: 5001 holds 500105.
  func isIn(_ area: String?) -> Bool { area.map { self.area?.text.hasPrefix($0) ?? false } ?? true }
}
