package import EventModel
import LMDB

extension LogReader {
  /// The exclusive promises of a resource that overlap a span of time, newest knowledge included.
  ///
  /// A promise may have been cancelled or moved since: the booking's own timeline tells.
  ///
  /// - Parameters:
  ///   - resource: what was promised.
  ///   - start: when the span begins.
  ///   - end: when it ends.
  ///   - spanMax: the longest a promise can be, in microseconds.
  /// - Complexity: O(promises that end between `start` and `spanMax` after `end`).
  package func promises(
    of resource: Identifier, overlapping start: Instant, _ end: Instant, spanMax: Int64
  ) throws -> [ExclusivePromise] {
    var (from, last): ([UInt8], [UInt8]) = ([], [])
    Keys.appendCalendar(resource, end: start, to: &from)
    let (sum, overflow) = end.microseconds.addingReportingOverflow(spanMax)
    // A promise that ends later begins after the span.
    Keys.appendCalendar(resource, end: overflow ? .last : (try? Instant(microseconds: sum)) ?? .last, to: &last)
    var found: [ExclusivePromise] = []
    let bucket = Keys.calendar(resource)
    try derived.scan(.calendar, bucket: bucket, from: from, end: last + [0], known: head) { row in
      let stop = Int64(bitPattern: row.key.u64BigEndian(at: row.key.byteCount - 8) ^ (1 << 63))
      let begin = Int64(bitPattern: row.value.u64(at: 0))
      guard let promised = try? Instant(microseconds: begin), let until = try? Instant(microseconds: stop),
        let booking = Identifier(stored: row.value.extracting(8..<row.value.byteCount))
      else { throw LogDamage(position: row.position, reason: .derivedRow(table: DerivedTable.calendar.name)) }
      if promised < end, until > start {
        found.append(ExclusivePromise(resource: resource, booking: booking, start: promised, end: until))
      }
      return true
    }
    return found
  }
}
