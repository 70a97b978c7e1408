import EventModel
import LMDB

/// The inputs of a merge, of which the one whose row is least is at hand (a binary heap of their numbers).
///
/// The keys of all present rows are in one array, so that comparing two costs no counting of references.
struct MergeQueue {
  /// No key is longer: an account of three parts, each byte of them escaped, and a day.
  static let keyCountMax = 1_024

  private var inputs: [MergeInput]
  private var rows: [MergeInput.Row]
  private var keys: [UInt8]
  private var heap: [Int] = []

  init(_ inputs: [MergeInput], _ reader: Reader) throws {
    self.inputs = inputs
    rows = inputs.indices.map { MergeInput.Row(key: $0 * MergeQueue.keyCountMax..<$0 * MergeQueue.keyCountMax) }
    keys = Array(repeating: 0, count: inputs.count * MergeQueue.keyCountMax)
    for index in inputs.indices where try self.inputs[index].next(&rows[index], &keys, reader) { heap.append(index) }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  /// Whether all inputs are used up.
  var isEmpty: Bool { heap.isEmpty }

  /// Adds the least row to a run.
  func writeLeast(to writer: inout RunWriter, _ sink: RunWriter.Sink) throws {
    let row = rows[heap[0]]
    let bytes = inputs[heap[0]].bytes
    try writer.add(
      row.table, key: keys.span.bytes.extracting(row.key), position: row.position,
      value: bytes.span.bytes.extracting(row.value), sink)
  }

  /// Moves the input of the least row on.
  mutating func advance(_ reader: Reader) throws {
    if try !inputs[heap[0]].next(&rows[heap[0]], &keys, reader) {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
    }
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var least = place
      for child in 2 * place + 1...2 * place + 2 where child < heap.count {
        if isBefore(heap[child], heap[least]) { least = child }
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (row, other) = (rows[left], rows[right])
    if row.table != other.table { return row.table.rawValue < other.table.rawValue }
    let bytes = keys.span.bytes
    let order = bytes.extracting(row.key).order(to: bytes.extracting(other.key))
    return order != 0 ? order < 0 : row.position < other.position
  }
}
