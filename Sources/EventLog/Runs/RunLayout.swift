/// How the settled positions of a log are divided into runs.
///
/// A run of level 0 holds the rows of ``baseCount`` positions, one of level n those of ``fanOut`` adjacent runs of level
/// n − 1. Settled positions are divided into the largest aligned runs there are, as a number is into its digits: so the
/// set of runs, and every byte of them, follows from the log and its head alone, whatever the commits were.
package struct RunLayout: Sendable, Hashable {
  /// How many positions a run of level 0 holds.
  package let baseCount: UInt64
  /// How many runs of a level become one of the next.
  package let fanOut: UInt64
  /// The highest level; its runs are never merged, so that no merge is larger.
  package let levelMax: Int

  /// How many positions may be unsettled before a commit waits for their merge.
  var unsettledCountMax: UInt64 { 12 * baseCount }

  /// Levels of 4,096, 16,384, 65,536 and 262,144 positions.
  package static let standard = RunLayout(baseCount: 4_096, fanOut: 4, levelMax: 3)

  /// Describes a layout.
  ///
  /// - Precondition: a run has at least one position, a merge at least two runs, and each level its table.
  package init(baseCount: UInt64, fanOut: UInt64, levelMax: Int) {
    precondition(baseCount > 0 && fanOut > 1 && Tables.levels.indices.contains(levelMax))
    self.baseCount = baseCount
    self.fanOut = fanOut
    self.levelMax = levelMax
  }

  /// How many positions a run of a level holds.
  func positionCount(_ level: Int) -> UInt64 { (0..<level).reduce(baseCount) { count, _ in count * fanOut } }

  /// The last position that is settled once the log has a head.
  func settled(head: UInt64) -> UInt64 { head - head % baseCount }

  /// The fewest runs that hold the positions up to a settled one, in rising order; their levels never rise.
  func runs(of shelf: Shelf, settled: UInt64) -> [RunName] {
    var runs: [RunName] = []
    for level in stride(from: levelMax, through: 0, by: -1) {
      runs += self.runs(of: shelf, level, after: runs.last?.last ?? 0, through: settled)
    }
    return runs
  }

  /// The fewest runs that hold what was known at a position: those there were when it was the head, and for a shelf that
  /// keeps its runs only the one of level 0 in which the position lies besides.
  func runs(of shelf: Shelf, settled: UInt64, known: UInt64) -> [RunName] {
    guard shelf.keepsMerged, known < settled else { return runs(of: shelf, settled: settled) }
    let whole = known - known % baseCount
    return runs(of: shelf, settled: whole)
      + (whole < known ? [run(of: shelf, 0, first: whole + 1)] : [])
  }

  /// The runs that are stored, in rising order within a level.
  func stored(of shelf: Shelf, settled: UInt64) -> [RunName] {
    guard shelf.keepsMerged else { return runs(of: shelf, settled: settled) }
    return (0...levelMax).flatMap { runs(of: shelf, $0, after: 0, through: settled) }
  }

  /// The whole runs of a level within the positions after one that ends a run of it.
  func runs(of shelf: Shelf, _ level: Int, after end: UInt64, through settled: UInt64) -> [RunName] {
    let count = positionCount(level)
    let firsts = stride(from: end + 1, through: settled, by: Int(count)).lazy
    return firsts.filter { $0 - 1 + count <= settled }.map { run(of: shelf, level, first: $0) }
  }

  private func run(of shelf: Shelf, _ level: Int, first: UInt64) -> RunName {
    RunName(
      shelf: shelf, level: level, first: first, last: first - 1 + positionCount(level), number: (first - 1) / baseCount)
  }
}
