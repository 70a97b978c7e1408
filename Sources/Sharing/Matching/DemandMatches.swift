package import EventLog
public import EventModel

/// What somebody looks for.
public struct Demand: Sendable, Hashable {
  /// What kind of resource, if it matters.
  public var kind: ResourceKind?
  /// Its class, by the first digits of the code.
  public var classCode: Identifier?
  /// What is needed, in words.
  public var text: Text
  /// The administrative division to look in, by the first digits of its code; everywhere without.
  public var area: String?

  /// A demand of one's own.
  public init(text: Text, kind: ResourceKind? = nil, classCode: Identifier? = nil, area: String? = nil) {
    (self.text, self.kind, self.classCode, self.area) = (text, kind, classCode, area)
  }

  /// A demand as posted.
  init(_ data: DemandPosted) {
    (text, kind, classCode, area) = (data.text, data.kind, data.classCode, data.area?.text)
  }
}

/// Which open resources fit a demand (art. 13).
public struct DemandMatches: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// The demand.
  public let demand: Demand
  /// The resources of its kind and area that are of its class or whose name shares something with its words: those of
  /// the class first, then by how much of the name occurs.
  public let matches: [ResourceMatch]

  /// Looks through the resources open to others.
  ///
  /// - Complexity: O(events of all resources and postings of hours).
  package init(_ log: LogReader, _ demand: Demand, asOf: AsOf) throws {
    let words = NameTokens(demand.text.string)
    self.asOf = asOf
    self.demand = demand
    matches = try OpenResources(log, asOf: asOf).rows.compactMap { row in
      guard row.isIn(demand.area), demand.kind.map({ $0 == row.entry.kind }) ?? true else { return nil }
      let isSameClass =
        demand.classCode.map { row.entry.classCode?.text.hasPrefix($0.text) ?? false } ?? false
      let names = [row.entry.name.string, row.entry.className, row.entry.model?.string].compactMap { $0 }
      let overlap = names.compactMap { words.overlap(with: NameTokens($0)) }.max { $0.isLess(than: $1) }
      guard isSameClass || (overlap.map { $0.numerator > 0 } ?? false) else { return nil }
      return ResourceMatch(row, isSameClass, overlap)
    }.sorted(by: ResourceMatch.isBefore)
  }

  /// The resources that fit a posted demand; `nil` when it is not known in the view.
  package init?(_ log: LogReader, posted demand: Identifier, asOf: AsOf) throws {
    let events = try log.timeline(of: Tag(.demand, demand), .resources, types: [.demandPosted], asOf: asOf)
    guard case .demandPosted(let data)? = events.first?.event.payload else { return nil }
    try self.init(log, Demand(data), asOf: asOf)
  }
}
