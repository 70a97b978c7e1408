public import EventLog
internal import EventModel

extension LedgerView {
  /// Hands over the selected events of this view as CloudEvents lines, in pieces of about 64 KiB that end with a line.
  ///
  /// The lines hold positions, recorded times and batches; imported as a replica they give the same ledger, and the
  /// same events always give the same bytes.
  ///
  /// - Returns: how many events there were.
  /// - Throws: ``LedgerError``; `write`'s own error as its case.
  @discardableResult
  public func export(
    _ selection: EventSelection = EventSelection(), to write: ([UInt8]) throws -> Void
  ) throws(LedgerError) -> UInt64 {
    var writer = JSONWriter()
    var count: UInt64 = 0
    try forEachEvent(selection) { event in
      CloudEvents.write(event, into: &writer)
      writer.endLine()
      count += 1
      if writer.bytes.count >= 1 << 16 {
        try write(writer.bytes)
        writer.removeAll()
      }
      return true
    }
    do {
      if !writer.bytes.isEmpty { try write(writer.bytes) }
    } catch {
      throw LedgerError(error)
    }
    return count
  }

  /// Writes the selected events to a file that appears under its name only once it is complete and durable.
  ///
  /// - Parameters:
  ///   - selection: which events of this view; by default all, oldest first.
  ///   - path: where the file will stand; an older file there stays until the new one is complete.
  ///   - isCancelled: asked before each piece; once it answers `true`, the file is given up. By default never.
  /// - Returns: how many events there were.
  @discardableResult
  public func export(
    _ selection: EventSelection = EventSelection(), toFile path: String,
    isCancelled: () -> Bool = { false }
  ) throws(LedgerError) -> UInt64 {
    do {
      var file = try PartialFile(path)
      let count = try export(selection) { bytes in
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
