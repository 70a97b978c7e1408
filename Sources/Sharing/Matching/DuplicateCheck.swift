package import EventLog
public import EventModel

/// What a unit plans to buy.
public struct PlannedPurchase: Sendable, Hashable {
  /// What it is called.
  public var name: Text
  /// Its class.
  public var classCode: Identifier?
  /// The administrative division to look in, by the first digits of its code; everywhere without.
  public var area: String?
  /// How alike names have to be to count, in basis points; half, unless said otherwise.
  public var similarityMinBasisPoints: Int64 = 5_000

  /// A plan.
  public init(name: Text, classCode: Identifier? = nil, area: String? = nil) {
    (self.name, self.classCode, self.area) = (name, classCode, area)
  }
}

/// A resource that is open already and may do.
public struct ResourceMatch: Sendable, Hashable {
  /// The resource.
  public let entry: CatalogueEntry
  /// The administrative division of its unit.
  public let area: Identifier?
  /// Whether it is of the class asked for.
  public let isSameClass: Bool
  /// How alike the names are, from 0 to 1; absent when one has nothing to compare.
  public let similarity: ExactRatio?
  /// How long it was used in the 365 days up to the day of V, in seconds.
  public let usedSeconds: Int128
}

/// Which open resources a planned purchase would double (art. 22).
public struct DuplicateCheck: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// The plan.
  public let plan: PlannedPurchase
  /// The year the hours are of.
  public let period: CivilPeriod
  /// Open resources of the same class or a similar name, those of the class first, then the most alike.
  public let hits: [ResourceMatch]

  /// How long each was used in the year on the mean, in seconds; absent without any.
  public var meanSeconds: ExactRatio? { ExactRatio(hits.reduce(0) { $0 + $1.usedSeconds }, Int128(hits.count)) }

  /// Looks through the resources open to others.
  ///
  /// - Complexity: O(events of all resources and postings of hours).
  package init(_ log: LogReader, _ plan: PlannedPurchase, asOf: AsOf) throws {
    let open = try OpenResources(log, asOf: asOf)
    let name = NameTokens(plan.name.string)
    self.asOf = asOf
    self.plan = plan
    period = open.period
    hits = open.rows.compactMap { row in
      guard row.isIn(plan.area) else { return nil }
      let isSameClass = plan.classCode != nil && row.entry.classCode == plan.classCode
      let similarity = name.similarity(to: NameTokens(row.entry.name.string))
      let isSimilar = similarity.map {
        $0.numerator * 10_000 >= Int128(plan.similarityMinBasisPoints) * $0.denominator
      }
      return isSameClass || isSimilar == true ? ResourceMatch(row, isSameClass, similarity) : nil
    }.sorted(by: ResourceMatch.isBefore)
  }
}

extension ResourceMatch {
  init(_ row: OpenResources.Row, _ isSameClass: Bool, _ similarity: ExactRatio?) {
    (entry, area, usedSeconds) = (row.entry, row.area, row.seconds)
    self.isSameClass = isSameClass
    self.similarity = similarity
  }

  /// Those of the class first, then the most alike, then by id.
  static func isBefore(_ left: ResourceMatch, _ right: ResourceMatch) -> Bool {
    if left.isSameClass != right.isSameClass { return left.isSameClass }
    switch (left.similarity, right.similarity) {
    case (let left?, let right?) where right.isLess(than: left): return true
    case (let left?, let right?) where left.isLess(than: right): return false
    case (.some, nil): return true
    case (nil, .some): return false
    default: break
    }
    return ResourceOrder.isBefore(left.entry.resource, right.entry.resource)
  }
}
