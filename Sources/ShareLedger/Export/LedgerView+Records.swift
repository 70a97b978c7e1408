internal import EventModel
internal import TransparencyLog

extension LedgerView {
  /// Hands over the records this view knows as they are stored, one a line in base64, from position 1 on.
  ///
  /// They are the leaves of the tree, so that a program that knows nothing of this one can make its root of them. The
  /// view's valid time does not matter.
  ///
  /// - Parameter write: takes the next piece of about 64 KiB; it ends with a line.
  /// - Returns: how many records there were.
  /// - Throws: ``LedgerError``; `write`'s own error as its case.
  @discardableResult
  public func exportRecords(to write: ([UInt8]) throws -> Void) throws(LedgerError) -> UInt64 {
    var piece: [UInt8] = []
    do {
      try ledger.replay(upTo: asOf.known) { event in
        piece += [UInt8](event.bytes).base64Text.utf8
        piece.append(UInt8(ascii: "\n"))
        if piece.count >= 1 << 16 {
          try write(piece)
          piece.removeAll(keepingCapacity: true)
        }
      }
      if !piece.isEmpty { try write(piece) }
    } catch {
      throw LedgerError(error)
    }
    return asOf.known.number
  }

  /// Writes the records to a file that appears under its name only once it is complete and durable.
  ///
  /// - Parameters:
  ///   - path: where the file will stand; an older file there stays until the new one is complete.
  ///   - isCancelled: asked before each piece; once it answers `true`, the file is given up. By default never.
  /// - Returns: how many records there were.
  @discardableResult
  public func exportRecords(
    toFile path: String, isCancelled: () -> Bool = { false }
  ) throws(LedgerError) -> UInt64 {
    do {
      var file = try PartialFile(path)
      let count = try exportRecords { bytes in
        if isCancelled() { throw LedgerError.interrupted }
        try file.write(bytes)
      }
      try file.finish()
      return count
    } catch {
      throw LedgerError(error)
    }
  }
}
