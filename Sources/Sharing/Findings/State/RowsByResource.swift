/// Rows of a table sorted by the resource they name, each resource's in the order of the table: counted, not compared.
struct RowsByResource {
  private let order: [UInt32]
  private let starts: [Int]

  /// Sorts so many rows.
  ///
  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - resourceCount: how many resources are numbered.
  ///   - resource: the number of the resource a row names; `nil` for a row to be left out.
  init(count: Int, resourceCount: Int, _ resource: (Int) -> UInt32?) {
    var starts = [Int](repeating: 0, count: resourceCount + 1)
    for row in 0..<count {
      if let number = resource(row) { starts[Int(number) + 1] += 1 }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var (next, order) = (starts, [UInt32](repeating: 0, count: starts.last ?? 0))
    for row in 0..<count {
      guard let number = resource(row) else { continue }
      order[next[Int(number)]] = UInt32(row)
      next[Int(number)] += 1
    }
    (self.order, self.starts) = (order, starts)
  }

  /// The rows of one resource.
  subscript(resource: UInt32) -> ArraySlice<UInt32> { order[starts[Int(resource)]..<starts[Int(resource) + 1]] }
}
