public import EventLog
internal import EventModel

extension LedgerView {
  /// Hands over the postings of the selected events for an accounting tool, in pieces of about 64 KiB.
  ///
  /// One transaction an event and day, in order of position, then of day; it balances in every commodity. A posting is
  /// part of this view when its day is not after the view's, whatever the event's valid time, as in a balance. The same
  /// events always give the same bytes. Memory holds the names of the accounts met so far.
  ///
  /// ```swift
  /// try ledger.view(at: .last).exportPostings(as: .hledger) { try file.write($0) }
  /// ```
  ///
  /// - Parameters:
  ///   - format: the tool.
  ///   - selection: which events; by default all, oldest first.
  ///   - write: takes the next piece; it ends with a line.
  /// - Returns: how many transactions there are.
  /// - Throws: ``LedgerError``; `write`'s own error as its case.
  @discardableResult
  public func exportPostings(
    as format: PostingFormat, _ selection: EventSelection = EventSelection(), to write: ([UInt8]) throws -> Void
  ) throws(LedgerError) -> UInt64 {
    var writer = format.writer()
    var count: UInt64 = 0
    let last = asOf.valid.day
    writer.begin()
    var selection = selection
    do {
      if selection.positions.lowerBound <= asOf.known, asOf.known > .zero {
        selection.positions = selection.positions.clamped(to: Position(1)...asOf.known)
        try ledger.forEachEvent(selection) { event in
          for postings in try DatedPostings.all(of: event, through: last) {
            writer.write(postings)
            count += 1
          }
          if writer.text.bytes.count >= 1 << 16 {
            try write(writer.text.bytes)
            writer.text.removeAll()
          }
          return true
        }
      }
      if !writer.text.bytes.isEmpty { try write(writer.text.bytes) }
    } catch {
      throw LedgerError(error)
    }
    return count
  }

  /// Writes the postings to a file that appears under its name only once it is complete and durable.
  ///
  /// - Parameters:
  ///   - format: the tool.
  ///   - selection: which events; by default all, oldest first.
  ///   - path: where the file will stand; an older file there stays until the new one is complete.
  ///   - isCancelled: asked before each piece; once it answers `true`, the file is given up. By default never.
  /// - Returns: how many transactions there are.
  @discardableResult
  public func exportPostings(
    as format: PostingFormat, _ selection: EventSelection = EventSelection(), toFile path: String,
    isCancelled: () -> Bool = { false }
  ) throws(LedgerError) -> UInt64 {
    do {
      var file = try PartialFile(path)
      let count = try exportPostings(as: format, selection) { bytes in
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
