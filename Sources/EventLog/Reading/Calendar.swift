package import EventModel
import LMDB

extension LogReader {
  /// The exclusive promises of a resource that overlap a span of time, newest knowledge included.
  ///
  /// A promise may have been cancelled or moved since: the booking's own timeline tells.
  ///
  /// - Complexity: O(promises that end after `start`, at most `spanMax` later).
  package func promises(
    of resource: Identifier, overlapping start: Instant, _ end: Instant, spanMax: Int64
  ) throws -> [ExclusivePromise] {
    var from: [UInt8] = []
    Keys.appendCalendar(resource, end: start, to: &from)
    var found: [ExclusivePromise] = []
    try derived.scan(.calendar, bucket: Keys.calendar(resource), from: from, known: head) { row in
      let stop = Int64(bitPattern: row.key.u64BigEndian(at: row.key.byteCount - 8) ^ (1 << 63))
      let begin = Int64(bitPattern: row.value.u64(at: 0))
      guard let promised = try? Instant(microseconds: begin), let until = try? Instant(microseconds: stop),
        let booking = Identifier(stored: row.value.extracting(8..<row.value.byteCount))
      else { throw LogDamage(position: row.position, reason: .derivedRow(table: Tables.calendar.name)) }
      if promised < end, until > start {
        found.append(ExclusivePromise(resource: resource, booking: booking, start: promised, end: until))
      }
      return stop - spanMax < end.microseconds
    }
    return found
  }
}
