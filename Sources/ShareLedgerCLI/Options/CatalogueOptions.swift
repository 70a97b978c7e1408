import ArgumentParser
import EventModel
import ShareLedger

/// Which rows of the catalogue, in which order.
struct CatalogueOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this unit's resources.", valueName: "party"), transform: Arguments.identifier)
  var unit: Identifier?

  @Option(help: "Only this kind of resource.")
  var kind: ResourceKind?

  @Option(name: .customLong("class"), help: ArgumentHelp("Only class codes that start so.", valueName: "digits"))
  var classCode: String?

  @Option(help: "Only resources open to these.")
  var mode: SharingMode?

  @Option(help: "Only resources in this condition.")
  var status: ResourceStatus?

  @Flag(inversion: .prefixedNo, help: "Only resources the regulation concerns (art. 3), or only others.")
  var inScope: Bool?

  @Flag(inversion: .prefixedNo, help: "Only resources that must be open (art. 5), or only others.")
  var mustOpen: Bool?

  @Flag(inversion: .prefixedNo, help: "Only resources past their deadline (art. 12), or only others.")
  var overdue: Bool?

  @Option(help: ArgumentHelp("Only rows in whose names all these words occur.", valueName: "words"))
  var search: String?

  @Option(help: "What to sort by.")
  var sort: CatalogueSort = .resource

  @Flag(help: "Sort from the last to the first.")
  var descending = false

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "rows"))
  var limit: Int?

  @Option(help: ArgumentHelp("Pass over so many rows.", valueName: "rows"))
  var offset = 0

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    if offset < 0 { throw ValidationError("--offset must not be negative") }
  }

  /// The conditions as the library takes them.
  var filter: CatalogueFilter {
    var filter = CatalogueFilter()
    filter.unit = unit
    filter.kind = kind
    filter.classCodePrefix = classCode
    filter.mode = mode
    filter.status = status
    filter.isInScope = inScope
    filter.mustOpen = mustOpen
    filter.isOverdue = overdue
    filter.text = search
    return filter
  }
}
