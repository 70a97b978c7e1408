package import EventLog
package import EventModel

/// Every resource as it was at V, as the ledger knew it at K.
package struct Catalogue: Sendable {
  /// The two times the catalogue answers for.
  package let asOf: AsOf
  /// All rows in the order of their ids.
  package let entries: [CatalogueEntry]

  /// Builds the catalogue in one pass over the resources' timelines.
  ///
  /// - Throws: ``LogDamage`` or a storage fault.
  /// - Complexity: O(events of all resources' own timelines).
  package init(_ log: LogReader, asOf: AsOf) throws {
    self.asOf = asOf
    let policies = try PolicyBook(log, asOf: asOf)
    var units = UnitNames(asOf: asOf)
    var entries: [CatalogueEntry] = []
    for id in try log.derived.entities(.resource, .resources, known: asOf.known) {
      let timeline = try log.timeline(of: Tag(.resource, id), .resources, asOf: asOf)
      let state = ResourceState(folding: timeline)
      guard let facts = state.facts else { continue }
      let unit = try units.name(of: facts.unit, log)
      let day = asOf.valid.day
      entries.append(
        CatalogueEntry(
          state, facts, duty: Duty(state, policies: policies, on: day),
          customs: state.customs.state(on: day, policies: policies), unitName: unit.name, on: day,
          lineage: Catalogue.lineage(timeline.map(\.position), unit.positions, policies.positions)))
    }
    self.entries = entries.sorted { ResourceOrder.isBefore($0.resource, $1.resource) }
  }

  /// The row of one resource.
  ///
  /// - Complexity: O(rows).
  package subscript(_ resource: Identifier) -> CatalogueEntry? {
    entries.first { $0.resource == resource }
  }

  /// Filters, sorts and cuts.
  ///
  /// - Parameters:
  ///   - offset: how many rows to pass over; beyond the end the page is empty.
  ///   - limit: how many rows at most, or `nil` for all.
  /// - Complexity: O(rows · log rows).
  package func page(
    _ filter: CatalogueFilter = CatalogueFilter(), sort: CatalogueSort = .resource, descending: Bool = false,
    offset: Int = 0, limit: Int? = nil
  ) -> CataloguePage {
    let search = TextSearch(filter.text ?? "")
    var rows = entries.filter { filter.admits($0, search) }
    if sort != .resource || descending { rows.sort { sort.isBefore($0, $1, descending: descending) } }
    let start = min(max(offset, 0), rows.count)
    let end = limit.map { start + min(max($0, 0), rows.count - start) } ?? rows.count
    return CataloguePage(entries: Array(rows[start..<end]), totalCount: rows.count)
  }

  private static func lineage(_ parts: [Position]...) -> [Position] {
    Set(parts.joined()).sorted()
  }
}

/// The names of units, each looked up once.
private struct UnitNames {
  struct Entry {
    let name: Text?
    let positions: [Position]
  }

  private let asOf: AsOf
  private var entries: [Identifier: Entry] = [:]

  init(asOf: AsOf) {
    self.asOf = asOf
  }

  mutating func name(of unit: Identifier, _ log: LogReader) throws -> Entry {
    if let known = entries[unit] { return known }
    let timeline = try log.timeline(of: Tag(.party, unit), .parties, asOf: asOf)
    let named = timeline.filter(PartyState.decidesName)
    let entry = Entry(name: PartyState(folding: named).name, positions: named.map(\.position))
    entries[unit] = entry
    return entry
  }
}
