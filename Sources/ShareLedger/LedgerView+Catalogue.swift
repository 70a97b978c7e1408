public import EventModel
public import Sharing

extension LedgerView {
  /// The catalogue of all resources in this view: filtered, sorted and cut to a page.
  ///
  /// ```swift
  /// var filter = CatalogueFilter()
  /// filter.isOverdue = true
  /// let page = try ledger.view().catalogue(filter, sort: .daysLate, descending: true, limit: 20)
  /// ```
  ///
  /// - Parameters:
  ///   - filter: conditions that must all hold; by default none.
  ///   - sort: what rows are ordered by, by default the resource's id, which also decides between equals.
  ///   - descending: largest first instead of smallest; a missing value comes last either way.
  ///   - offset: how many rows to pass over, by default 0.
  ///   - limit: how many rows at most, or `nil`, the default, for all.
  /// - Returns: the rows, and how many there are without the cut.
  /// - Complexity: O(events of all resources).
  public func catalogue(
    _ filter: CatalogueFilter = CatalogueFilter(), sort: CatalogueSort = .resource, descending: Bool = false,
    offset: Int = 0, limit: Int? = nil
  ) throws(LedgerError) -> CataloguePage {
    let catalogue = try ledger.ask { try Catalogue($0, asOf: asOf) }
    return catalogue.page(filter, sort: sort, descending: descending, offset: offset, limit: limit)
  }

  /// The catalogue's row of one resource, or `nil` when nothing is known of it in this view.
  public func catalogueEntry(of resource: Identifier) throws(LedgerError) -> CatalogueEntry? {
    try ledger.ask { try Catalogue.entry(of: resource, $0, asOf: asOf) }
  }
}

extension LedgerView {
  /// What the ledger learned between an earlier position and this view about the catalogue of this view's valid time.
  ///
  /// - Throws: ``LedgerError/beyondHead(_:head:)`` when `earlier` is later than what this view knows.
  /// - Complexity: two catalogues.
  public func difference(from earlier: Known) throws(LedgerError) -> CatalogueDifference {
    let position = try ledger.position(of: earlier)
    guard position <= asOf.known else { throw .beyondHead(position, head: asOf.known) }
    return try ledger.ask { try CatalogueDifference($0, valid: asOf.valid, from: position, to: asOf.known) }
  }
}
