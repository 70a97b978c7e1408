import EventModel
import LMDB

/// Which positions are settled in runs, in which layout, and whether a rebuild left them unfinished.
///
/// Stored in table `state` under `rows`, little-endian: `u8` number of the layout, `u8` 1 when complete, `u8` highest
/// level, `u8` fan-out, `u32` positions of a run of level 0, `u64` settled position, `u32` CRC-32C of all these.
struct RowState {
  /// The layout of the derived rows; a change of layout is a new number and a rebuild. 1 were plain tables, 2 had postings
  /// in the runs of the other rows, and no tree.
  static let layoutNumber: UInt8 = 3
  static let key: [UInt8] = Array("rows".utf8)

  var layout: RunLayout
  var isComplete: Bool
  var settled: UInt64

  init(_ layout: RunLayout, isComplete: Bool = true, settled: UInt64 = 0) {
    self.layout = layout
    self.isComplete = isComplete
    self.settled = settled
  }

  /// The stored state; `nil` when there is none of this layout.
  static func stored(_ reader: Reader) throws -> RowState? {
    guard let bytes = try reader.get(Tables.state, RowState.key.span.bytes) else { return nil }
    return RowState(stored: bytes)
  }

  private init?(stored bytes: RawSpan) {
    guard bytes.byteCount == 20, bytes.u8(at: 0) == RowState.layoutNumber,
      Checksum.crc32c(bytes.extracting(0..<16), position: 0) == bytes.u32(at: 16),
      Tables.levels.indices.contains(Int(bytes.u8(at: 2))), bytes.u8(at: 3) > 1, bytes.u32(at: 4) > 0
    else { return nil }
    layout = RunLayout(
      baseCount: UInt64(bytes.u32(at: 4)), fanOut: UInt64(bytes.u8(at: 3)), levelMax: Int(bytes.u8(at: 2)))
    isComplete = bytes.u8(at: 1) == 1
    settled = bytes.u64(at: 8)
  }

  func put(in transaction: inout WriteTransaction) throws {
    var bytes = [RowState.layoutNumber, isComplete ? 1 : 0, UInt8(layout.levelMax), UInt8(layout.fanOut)]
    bytes.append(littleEndian: UInt32(layout.baseCount))
    bytes.append(littleEndian: settled)
    bytes.append(littleEndian: Checksum.crc32c(bytes.span.bytes, position: 0))
    try transaction.put(Tables.state, RowState.key.span.bytes, bytes.span.bytes)
  }

  /// The state of a log with a head.
  ///
  /// The first commit writes the entry, so that an empty log needs none.
  ///
  /// - Throws: ``RowsIncomplete`` when a rebuild is unfinished or the rows are in another layout.
  static func current(_ reader: Reader, head: Position, _ layout: RunLayout) throws -> RowState {
    guard let state = try stored(reader) else {
      guard head == .zero else { throw RowsIncomplete() }
      return RowState(layout)
    }
    guard state.isComplete, state.settled <= head.number,
      state.settled % state.layout.baseCount == 0
    else { throw RowsIncomplete() }
    return state
  }
}

/// The derived rows are unfinished or in an older layout. The log itself is whole.
public struct RowsIncomplete: Error, Sendable, CustomStringConvertible {
  /// What is unfinished and what to do.
  public var description: String {
    "the derived rows are unfinished, altered or of an older layout: run `rebuild`; the log is whole"
  }
}
