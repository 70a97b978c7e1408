import EventModel

/// The use of one side by class and unit, with totals in the last row and the last column.
struct UseOfClasses {
  private struct Cell {
    var sums = DisclosureState.Sums()
    var users: Set<UInt32> = []
  }

  private let classes: [String]
  private let units: [Identifier]
  private let rows: [String: Int]
  private let columns: [Identifier: Int]
  private var cells: [[Cell]]

  init(classes: [String], units: [Identifier]) {
    self.classes = classes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.units = units.sorted()
    rows = Dictionary(uniqueKeysWithValues: self.classes.enumerated().map { ($0.element, $0.offset) })
    columns = Dictionary(uniqueKeysWithValues: self.units.enumerated().map { ($0.element, $0.offset) })
    cells = Array(repeating: Array(repeating: Cell(), count: units.count + 1), count: classes.count + 1)
  }

  mutating func add(_ sums: DisclosureState.Sums, _ classCode: String, _ unit: Identifier) {
    update(classCode, unit) {
      $0.sums.seconds &+= sums.seconds
      $0.sums.services &+= sums.services
    }
  }

  mutating func add(user: UInt32, _ classCode: String, _ unit: Identifier) {
    update(classCode, unit) { $0.users.insert(user) }
  }

  /// Changes a cell and the totals it counts in.
  private mutating func update(_ classCode: String, _ unit: Identifier, _ body: (inout Cell) -> Void) {
    guard let row = rows[classCode], let column = columns[unit] else { return }
    for row in [row, classes.count] {
      for column in [column, units.count] { body(&cells[row][column]) }
    }
  }

  /// What may be published.
  func side(_ side: UsageSide, usersMin: Int) -> DisclosedSide {
    let (lastRow, lastColumn) = (classes.count, units.count)
    // The sum of a single class or unit repeats a cell and is left out, but for the sum of all.
    func isHidden(_ row: Int, _ column: Int) -> Bool {
      (row == lastRow) != (column == lastColumn)
        && (row == lastRow && classes.count == 1 || column == lastColumn && units.count == 1)
    }
    let suppression = Suppression(
      cells.indices.map { row in
        cells[row].indices.map { column in
          Suppression.Cell(
            users: cells[row][column].users.count, weight: cells[row][column].sums.services,
            isHidden: isHidden(row, column))
        }
      }, usersMin: usersMin)
    func use(_ row: Int, _ column: Int) -> DisclosedUse? {
      let cell = cells[row][column]
      guard !cell.users.isEmpty, !isHidden(row, column) else { return nil }
      let figures = DisclosedUse.Figures(
        seconds: cell.sums.seconds, services: cell.sums.services, users: cell.users.count)
      let classCode = row == lastRow || classes[row].isEmpty ? nil : classes[row]
      return DisclosedUse(
        classCode: classCode, unit: column == lastColumn ? nil : units[column],
        figures: suppression.isSuppressed[row][column] ? nil : figures)
    }
    return DisclosedSide(
      side: side, cells: (0..<lastRow).flatMap { row in (0..<lastColumn).compactMap { use(row, $0) } },
      byClass: classes.count == 1 ? [] : (0..<lastRow).compactMap { use($0, lastColumn) },
      // That of a single unit is the sum of all, which its suppression took into account.
      byUnit: units.count == 1 ? [] : (0..<lastColumn).compactMap { use(lastRow, $0) },
      total: use(lastRow, lastColumn)
        ?? DisclosedUse(classCode: nil, unit: nil, figures: .init(seconds: 0, services: 0, users: 0)))
  }
}
