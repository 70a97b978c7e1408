package import EventLog
public import EventModel

/// One field of one resource that is known otherwise, and the events that made it so.
public struct CatalogueChange: Sendable, Hashable {
  /// The resource.
  public let resource: Identifier
  /// What of it.
  public let field: CatalogueField
  /// The value known earlier, as text.
  public let old: String?
  /// The value known later, as text.
  public let new: String?
  /// The events recorded in between that decide the field, retractions included, in rising order.
  public let positions: [Position]
}

/// What the ledger learned about the catalogue of one valid time between two positions.
public struct CatalogueDifference: Sendable, Hashable {
  /// Rows only the later knowledge has.
  public internal(set) var added: [CatalogueEntry] = []
  /// Rows only the earlier knowledge had: their acquisition was taken back.
  public internal(set) var removed: [CatalogueEntry] = []
  /// Fields of rows in both, by resource and field.
  public internal(set) var changed: [CatalogueChange] = []

  /// Compares the catalogue valid at `valid` as known at two positions.
  ///
  /// - Complexity: two catalogues.
  package init(_ log: LogReader, valid: Instant, from earlier: Position, to later: Position) throws {
    let old = try Catalogue(log, asOf: AsOf(valid: valid, known: earlier))
    let new = try Catalogue(log, asOf: AsOf(valid: valid, known: later))
    let oldByID = Dictionary(old.entries.map { ($0.resource, $0) }) { first, _ in first }
    let newIDs = Set(new.entries.map(\.resource))
    removed = old.entries.filter { !newIDs.contains($0.resource) }
    for entry in new.entries {
      guard let before = oldByID[entry.resource] else {
        added.append(entry)
        continue
      }
      let fields = CatalogueDifference.fields(before, entry)
      if fields.isEmpty { continue }
      let causes = try CatalogueCauses(log, before, entry, later: later)
      for field in fields {
        changed.append(
          CatalogueChange(
            resource: entry.resource, field: field, old: field.value(in: before), new: field.value(in: entry),
            positions: causes.positions(deciding: field)))
      }
    }
  }

  private static func fields(_ old: CatalogueEntry, _ new: CatalogueEntry) -> [CatalogueField] {
    let names = Set(old.attributes.map(\.name) + new.attributes.map(\.name)).sorted()
    return (CatalogueField.fixed + names.map { .attribute($0) }).filter { $0.value(in: old) != $0.value(in: new) }
  }
}
