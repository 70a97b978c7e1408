import EventModel

/// What the rows of some positions come to, for every run of level 0 and shelf: those of any run are products of these.
struct RowTallies: Sendable {
  private let baseCount: UInt64
  private let firstRun: Int
  private var tallies: [RowTally]
  private static let shelfCount = Shelf.allCases.count

  /// Of no rows yet.
  init(_ positions: ClosedRange<UInt64>, _ layout: RunLayout) {
    baseCount = layout.baseCount
    firstRun = Int((positions.lowerBound - 1) / baseCount)
    let count = Int((positions.upperBound - 1) / baseCount) - firstRun + 1
    tallies = Array(repeating: RowTally(), count: count * RowTallies.shelfCount)
  }

  /// Adds the rows of one position.
  mutating func add(_ rows: RowBatch, at position: Position, _ secret: TallyKey) {
    let place = (Int((position.number - 1) / baseCount) - firstRun) * RowTallies.shelfCount
    let bytes = rows.arena.span.bytes
    for row in rows.rows {
      tallies[place + Int(row.table.shelf.rawValue)].add(
        row.table, position: row.position, key: bytes.extracting(row.key), value: bytes.extracting(row.value), secret)
    }
  }

  /// Adds those of other positions.
  ///
  /// - Precondition: these positions begin before and reach as far.
  mutating func add(_ other: RowTallies) {
    let start = (other.firstRun - firstRun) * RowTallies.shelfCount
    for (index, tally) in other.tallies.enumerated() { tallies[start + index].add(tally) }
  }

  /// What the rows of a run, as far as they are of these positions, must come to.
  ///
  /// - Precondition: some are.
  func tally(of run: RunName) -> RowTally {
    var tally = RowTally()
    let runs = Int((run.first - 1) / baseCount)...Int((run.last - 1) / baseCount)
    for number in runs.clamped(to: firstRun...firstRun + tallies.count / RowTallies.shelfCount - 1) {
      tally.add(tallies[(number - firstRun) * RowTallies.shelfCount + Int(run.shelf.rawValue)])
    }
    return tally
  }
}
