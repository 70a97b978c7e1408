/// Which cells of a table must not be published, so that nobody learns about few users: neither from a cell nor by
/// subtracting published cells from published totals.
///
/// The table has its totals as a last row and a last column; every row and every column adds up to its total. A suppressed
/// cell can be computed from the published ones exactly if no closed path of suppressed cells, turning from row to
/// column, leads through it: the suppressed cells are the edges of a graph between rows and columns, and what can be
/// computed are its bridges. So cells are added until no edge is a bridge.
///
/// Source: D. Gusfield, *A graph theoretic approach to statistical data security*, SIAM J. Comput. 17 (1988).
struct Suppression {
  /// What is known of a cell.
  struct Cell {
    /// How many users are behind it; a cell without any is published as empty and cannot hide another.
    var users: Int
    /// How much is lost when it is not published.
    var weight: Int64
    /// Whether it is not part of the publication at all.
    var isHidden = false
  }

  private let cells: [[Cell]]
  private let usersMin: Int
  private(set) var isSuppressed: [[Bool]]
  private var columnCount: Int { cells.first?.count ?? 0 }

  /// Decides for a table with its totals.
  ///
  /// - Parameters:
  ///   - cells: the rows, all of one length.
  ///   - usersMin: the fewest users a published cell may be about.
  init(_ cells: [[Cell]], usersMin: Int) {
    self.cells = cells
    self.usersMin = usersMin
    isSuppressed = cells.map { row in row.map { $0.isHidden || $0.users > 0 && $0.users < usersMin } }
    while protectFewUsers() || protectBridges() {}
  }

  /// What a line hides together must not be about few users either: a total less the rest says it. Adds a cell to each
  /// line where it would be.
  private mutating func protectFewUsers() -> Bool {
    var isChanged = false
    let rows = cells.indices.map { row in (0..<columnCount).map { (row, $0) } }
    let columns = (0..<columnCount).map { column in cells.indices.map { ($0, column) } }
    for line in rows + columns {
      let hidden = line.filter { isSuppressed[$0.0][$0.1] }
      if hidden.isEmpty || hidden.contains(where: { cells[$0.0][$0.1].isHidden }) { continue }
      let users = hidden.reduce(0) { $0 + cells[$1.0][$1.1].users }
      guard users < usersMin, let more = cheapest(line) else { continue }
      isSuppressed[more.0][more.1] = true
      isChanged = true
    }
    return isChanged
  }

  private func cheapest(_ line: [(Int, Int)]) -> (Int, Int)? {
    line.filter { !isSuppressed[$0.0][$0.1] && cells[$0.0][$0.1].users > 0 }
      .min { (cells[$0.0][$0.1].weight, $0.0, $0.1) < (cells[$1.0][$1.1].weight, $1.0, $1.1) }
  }

  /// Closes a path through the first bridge there is.
  private mutating func protectBridges() -> Bool {
    for row in cells.indices {
      for column in 0..<columnCount where isSuppressed[row][column] && !cells[row][column].isHidden {
        // A path over suppressed cells alone costs nothing: then it is no bridge.
        guard let path = path(around: row, column), !path.isEmpty else { continue }
        for (row, column) in path { isSuppressed[row][column] = true }
        return true
      }
    }
    return false
  }

  /// The cells to suppress so that another path leads from the row to the column, those that cost least; none when there
  /// is one already, `nil` when there can be none.
  private func path(around row: Int, _ column: Int) -> [(Int, Int)]? {
    // Nodes are the rows, then the columns.
    let (rowCount, nodeCount) = (cells.count, cells.count + columnCount)
    var costs = [Int64?](repeating: nil, count: nodeCount)
    var from = [Int](repeating: -1, count: nodeCount)
    var isDone = [Bool](repeating: false, count: nodeCount)
    costs[row] = 0
    while let node = (0..<nodeCount).filter({ !isDone[$0] && costs[$0] != nil }).min(by: {
      (costs[$0] ?? 0, $0) < (costs[$1] ?? 0, $1)
    }) {
      isDone[node] = true
      if node == rowCount + column { break }
      let neighbours = node < rowCount ? rowCount..<nodeCount : 0..<rowCount
      for next in neighbours where !isDone[next] {
        let (r, c) = node < rowCount ? (node, next - rowCount) : (next, node - rowCount)
        if r == row, c == column { continue }
        guard isSuppressed[r][c] || cells[r][c].users > 0 else { continue }
        let cost = (costs[node] ?? 0) + (isSuppressed[r][c] ? 0 : max(1, cells[r][c].weight))
        if costs[next].map({ cost < $0 }) ?? true { (costs[next], from[next]) = (cost, node) }
      }
    }
    guard isDone[rowCount + column] else { return nil }
    var (cells, node): ([(Int, Int)], Int) = ([], rowCount + column)
    while from[node] >= 0 {
      let (r, c) = from[node] < rowCount ? (from[node], node - rowCount) : (node, from[node] - rowCount)
      if !isSuppressed[r][c] { cells.append((r, c)) }
      node = from[node]
    }
    return cells
  }
}
