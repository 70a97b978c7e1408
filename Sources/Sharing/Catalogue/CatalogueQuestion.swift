public import EventModel

/// Which rows of the catalogue; every condition given must hold.
public struct CatalogueFilter: Sendable, Hashable {
  /// Only this unit's.
  public var unit: Identifier?
  /// Only this kind.
  public var kind: ResourceKind?
  /// Only class codes that start so: `01` is all analytical instruments.
  public var classCodePrefix: String?
  /// Only what is open to these.
  public var mode: SharingMode?
  /// Only in this condition.
  public var status: ResourceStatus?
  /// Only what is, or is not, in scope.
  public var isInScope: Bool?
  /// Only what must, or need not, be open.
  public var mustOpen: Bool?
  /// Only what is, or is not, past its deadline.
  public var isOverdue: Bool?
  /// Words that must all occur in the names of resource, unit or class.
  public var text: String?

  /// Lets everything through.
  public init() {}

  func admits(_ entry: CatalogueEntry, _ search: TextSearch) -> Bool {
    if let unit, entry.unit != unit { return false }
    if let kind, entry.kind != kind { return false }
    if let classCodePrefix, entry.classCode?.text.hasPrefix(classCodePrefix) != true { return false }
    if let mode, entry.mode != mode { return false }
    if let status, entry.status != status { return false }
    if let isInScope, entry.isInScope != isInScope { return false }
    if let mustOpen, entry.mustOpen != mustOpen { return false }
    if let isOverdue, entry.isOverdue != isOverdue { return false }
    return search.matches([entry.name.string, entry.unitName?.string, entry.className])
  }
}

/// What the catalogue is sorted by; rows without the value come last, equal rows by resource.
public enum CatalogueSort: String, Sendable, Hashable, CaseIterable {
  /// Ids of digits by number, then the others by bytes.
  case resource
  /// Name, by Unicode scalars.
  case name
  /// The unit's id.
  case unit
  /// Original value.
  case value
  /// Last day for reporting and opening.
  case dueOn
  /// Days past that.
  case daysLate
}

/// A stretch of the sorted rows, and how many there are in all.
public struct CataloguePage: Sendable, Hashable {
  /// The rows from the offset on, at most as many as the limit.
  public let entries: [CatalogueEntry]
  /// How many rows the filter let through.
  public let totalCount: Int
}
