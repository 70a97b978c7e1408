package import EventModel

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
      let promised = Instant(microseconds: begin), until = Instant(microseconds: stop)
      guard let promised, let until else {
        throw LogDamage(position: row.position, reason: .derivedRow(table: Tables.calendar.name))
      }
      if promised < end, until > start {
        let booking = try Identifier(row.value.extracting(8..<row.value.byteCount).string())
        found.append(ExclusivePromise(resource: resource, booking: booking, start: promised, end: until))
      }
      return stop - spanMax < end.microseconds
    }
    return found
  }
}
