package import EventModel
package import LMDB

/// Which way a scan runs.
public enum ScanDirection: Sendable {
  /// From the oldest event to the newest.
  case forward
  /// From the newest event to the oldest.
  case backward
}

extension LogReader {
  /// Calls `body` with every stored event of a range of positions until it answers `false`.
  ///
  /// Every record's checksum is checked. A gap or a damaged record throws; it never looks like the end.
  ///
  /// - Complexity: O(events visited); about 30 ns each forward.
  @inlinable
  package func scan(
    _ range: ClosedRange<Position>, _ body: (EventView) throws -> Bool
  ) throws {
    var next = max(range.lowerBound, Position(1))
    let end = min(range.upperBound, storedEnd)
    guard next <= end else { return }
    var cursor = try logCursor()
    var segment = try LogReader.segment(&cursor, holding: next)
    while let current = segment {
      guard current.first <= next, next <= current.last else { break }
      var index = Int(next.number - current.first.number)
      while index < current.count, next <= end {
        if try !body(try current.event(index)) { return }
        index += 1
        next = next.next
      }
      if next > end { return }
      segment = try LogReader.segment(following: &cursor)
    }
    throw LogDamage(position: next, reason: .missing)
  }

  /// Where records say that they are of a type, in rising order: a glance at each record, none is checked.
  ///
  /// For those who also read every record of the range: there damage is met, here it can only hide or feign a position.
  ///
  /// - Complexity: O(events); a few nanoseconds each.
  func uncheckedPositions(of type: EventType, in range: ClosedRange<Position>) throws -> [Position] {
    var found: [Position] = []
    var next = max(range.lowerBound, Position(1))
    let end = min(range.upperBound, storedEnd)
    guard next <= end else { return [] }
    var cursor = try logCursor()
    var segment = try LogReader.segment(&cursor, holding: next)
    while let current = segment, current.first <= next, next <= current.last {
      let last = min(current.last, end)
      while next <= last {
        let code = try current.uncheckedTypeCode(Int(next.number - current.first.number))
        if code == type.rawValue { found.append(next) }
        next = next.next
      }
      if next > end { return found }
      segment = try LogReader.segment(following: &cursor)
    }
    throw LogDamage(position: next, reason: .missing)
  }

  /// The same from the newest event of the range to the oldest.
  package func scanBackward(_ range: ClosedRange<Position>, _ body: (EventView) throws -> Bool) throws {
    let start = max(range.lowerBound, Position(1))
    var next = min(range.upperBound, storedEnd)
    guard start <= next else { return }
    var cursor = try logCursor()
    var segment = try LogReader.segment(&cursor, holding: next)
    while let current = segment {
      guard current.first <= next, next <= current.last else { break }
      while next >= current.first {
        if try !body(try current.event(Int(next.number - current.first.number))) { return }
        if next == start { return }
        next = Position(next.number - 1)
      }
      segment = try LogReader.segment(preceding: &cursor)
    }
    throw LogDamage(position: next, reason: .missing)
  }

  /// The newest position already stored; pending events lie beyond it.
  @usableFromInline var storedEnd: Position { pending.map { Position($0.first.number - 1) } ?? head }

  @usableFromInline
  @_lifetime(copy self)
  func logCursor() throws -> Cursor { try reader.cursor(Tables.log) }

  @usableFromInline
  @_lifetime(copy cursor)
  static func segment(following cursor: inout Cursor) throws -> Segment? {
    guard let entry = try cursor.next() else { return nil }
    return try Segment(first: Position(entry.integerKey), value: entry.value)
  }

  @_lifetime(copy cursor)
  static func segment(preceding cursor: inout Cursor) throws -> Segment? {
    guard let entry = try cursor.previous() else { return nil }
    return try Segment(first: Position(entry.integerKey), value: entry.value)
  }
}
