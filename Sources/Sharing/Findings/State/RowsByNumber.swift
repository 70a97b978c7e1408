/// Rows of a table sorted by a number each names, those of one number in the order of the table: counted, not compared.
struct RowsByNumber {
  private let order: [UInt32]
  private let starts: [Int]

  /// Sorts so many rows.
  ///
  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - numberCount: how many numbers there are.
  ///   - number: the number a row names; `nil` for a row to be left out.
  init(count: Int, numberCount: Int, _ number: (Int) -> UInt32?) {
    var starts = [Int](repeating: 0, count: numberCount + 1)
    for row in 0..<count {
      if let number = number(row) { starts[Int(number) + 1] += 1 }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var (next, order) = (starts, [UInt32](repeating: 0, count: starts.last ?? 0))
    for row in 0..<count {
      guard let number = number(row) else { continue }
      order[next[Int(number)]] = UInt32(row)
      next[Int(number)] += 1
    }
    (self.order, self.starts) = (order, starts)
  }

  /// The rows of one number.
  subscript(number: UInt32) -> ArraySlice<UInt32> { order[starts[Int(number)]..<starts[Int(number) + 1]] }
}
