import EventModel
import LMDB

/// Whether the derived tables are complete and in the layout this code knows.
enum RowState {
  /// The layout of the derived rows; a change of layout is a new number and a rebuild.
  static let layout: UInt8 = 1
  static let key: [UInt8] = Array("rows".utf8)
  private static let complete: UInt8 = 1
  private static let rebuilding: UInt8 = 0

  static func set(isComplete: Bool, in transaction: inout WriteTransaction) throws {
    let value = [layout, isComplete ? complete : rebuilding]
    try transaction.put(Tables.state, key.span.bytes, value.span.bytes)
  }

  static func isComplete(_ value: RawSpan?) -> Bool {
    // A ledger that never was rebuilt has no entry: its rows were put with its events.
    guard let value else { return true }
    return value.byteCount == 2 && value.u8(at: 0) == layout && value.u8(at: 1) == complete
  }
}

extension LogReader {
  /// Refuses to answer from derived tables that a rebuild left unfinished.
  func requireCompleteRows() throws {
    let value = try reader.get(Tables.state, RowState.key.span.bytes)
    guard RowState.isComplete(value) else { throw RowsIncomplete() }
  }
}

/// The derived tables are unfinished: a rebuild runs or was interrupted. The log itself is whole.
public struct RowsIncomplete: Error, Sendable, CustomStringConvertible {
  /// What is unfinished and what to do.
  public var description: String {
    "the derived tables are being rebuilt, or a rebuild was interrupted: run `rebuild`; the log is whole"
  }
}
