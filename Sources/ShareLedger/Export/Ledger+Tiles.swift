internal import EventLog
internal import EventModel
public import TransparencyLog

extension Ledger {
  /// Writes the log as files that any web server can serve and any client of C2SP tlog-tiles read: tiles of hashes,
  /// bundles of records, and the signed checkpoint last.
  ///
  /// A directory that has them up to an earlier checkpoint gets only what is new; nothing in it is removed. Interrupted,
  /// it is simply run again.
  ///
  /// - Parameters:
  ///   - checkpoint: a signed checkpoint of this ledger.
  ///   - directory: where; it is made when it is missing.
  ///   - isCancelled: asked before each file; once it answers `true`, no more are written. By default never.
  /// - Returns: how many files were written, the checkpoint among them.
  /// - Throws: ``LedgerError/fork(_:)`` when the checkpoint, or the one in the directory, is of another history;
  ///   ``LedgerError/recordTooLong(_:byteCount:)``; ``LedgerError/proof(_:)`` with code `sizesOutOfOrder` when the
  ///   directory is ahead of the checkpoint.
  /// - Complexity: O(new events).
  @discardableResult
  public func exportTiles(
    of checkpoint: Note, to directory: String, isCancelled: () -> Bool = { false }
  ) throws(LedgerError) -> Int {
    do {
      let head = try Checkpoint(text: checkpoint.text).head
      _ = try position(of: .checkpoint(head))
      let files = TileFolder(directory)
      let old = try files.checkpoint().map { try Checkpoint(text: $0.text).head } ?? .empty
      _ = try position(of: .checkpoint(old))
      if old.size > 0 { _ = try ConsistencyProof.plan(from: old.size, to: head.size) }
      var count = 0
      func write(_ path: String, _ bytes: [UInt8]) throws {
        if isCancelled() { throw LedgerError.interrupted }
        try files.write(bytes, path)
        count += 1
      }
      for bundle in EntryBundle.changed(from: old.size, to: head.size) {
        try write(bundle.path, try ask { try $0.content(of: bundle) })
      }
      for tile in Tile.changed(from: old.size, to: head.size) {
        try write(tile.path, try ask { log in try tile.content { try log.hash(of: $0) } })
      }
      try write(TileFolder.checkpoint, checkpoint.bytes)
      return count
    } catch {
      throw LedgerError(error)
    }
  }
}

extension LogReader {
  /// The records of a bundle.
  fileprivate func content(of bundle: EntryBundle) throws -> [UInt8] {
    var content: [UInt8] = []
    let entries = bundle.entries
    try scan(Position(entries.lowerBound + 1)...Position(entries.upperBound)) { event in
      guard event.bytes.byteCount <= EntryBundle.entryByteCountMax else {
        throw LedgerError.recordTooLong(event.position, byteCount: event.bytes.byteCount)
      }
      try EntryBundle.append([UInt8](event.bytes), to: &content)
      return true
    }
    return content
  }
}
