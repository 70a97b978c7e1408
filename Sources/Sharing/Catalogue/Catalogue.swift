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
    var reading = CatalogueReading(policies: try PolicyBook(log, asOf: asOf), asOf: asOf)
    var entries: [CatalogueEntry] = []
    for id in try log.derived.entities(.resource, .resources, known: asOf.known) {
      if let entry = try reading.entry(of: id, log) { entries.append(entry) }
    }
    self.entries = entries.sorted { ResourceOrder.isBefore($0.resource, $1.resource) }
  }

  /// The row of one resource, without reading any other.
  ///
  /// - Complexity: O(events of the resource's own timeline).
  package static func entry(of resource: Identifier, _ log: LogReader, asOf: AsOf) throws -> CatalogueEntry? {
    var reading = CatalogueReading(policies: try PolicyBook(log, asOf: asOf), asOf: asOf)
    return try reading.entry(of: resource, log)
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
}
