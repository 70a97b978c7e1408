package import EventModel

extension EventLog {
  /// Calls `body` with every event up to a pinned position, oldest first, through a fresh read transaction per slice.
  ///
  /// A reader held for the length of a long replay would keep every page freed meanwhile; slices do not, and since
  /// the log only grows they see one history.
  ///
  /// - Parameters:
  ///   - from: the first position.
  ///   - upTo: the last position, or `nil` for the head at the start.
  ///   - sliceCount: events a transaction.
  /// - Throws: ``LogDamage`` at the first damaged record, and whatever `body` throws.
  @inlinable
  package func replay(
    from: Position = Position(1), upTo: Position? = nil, sliceCount: UInt64 = 65_536,
    _ body: (EventView) throws -> Void
  ) throws {
    let end = try upTo ?? head()
    var next = from
    while next <= end {
      let sliceEnd = min(end, Position(next.number + sliceCount - 1))
      try read { log in
        try log.scan(next...sliceEnd) { view in
          try body(view)
          return true
        }
      }
      next = sliceEnd.next
    }
  }
}
