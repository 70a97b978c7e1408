import EventModel

extension CatalogueSort {
  /// Whether the left row comes first.
  func isBefore(_ left: CatalogueEntry, _ right: CatalogueEntry, descending: Bool) -> Bool {
    let order =
      switch self {
      case .resource: 0
      case .name: CatalogueSort.compare(left.name, right.name)
      case .unit: CatalogueSort.compare(left.unit, right.unit)
      case .value: CatalogueSort.compare(left.originalValue, right.originalValue, descending)
      case .dueOn: CatalogueSort.compare(left.dueOn, right.dueOn, descending)
      case .daysLate: CatalogueSort.compare(left.daysLate, right.daysLate, descending)
      }
    if order != 0 { return descending ? order > 0 : order < 0 }
    let isFirst = ResourceOrder.isBefore(left.resource, right.resource)
    if self == .resource, descending { return ResourceOrder.isBefore(right.resource, left.resource) }
    return isFirst
  }

  private static func compare<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  /// A missing value comes last in either direction.
  private static func compare<Value: Comparable>(_ left: Value?, _ right: Value?, _ descending: Bool) -> Int {
    switch (left, right) {
    case (let left?, let right?): compare(left, right)
    case (nil, nil): 0
    case (nil, _): descending ? -1 : 1
    case (_, nil): descending ? 1 : -1
    }
  }
}
