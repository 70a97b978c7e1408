import EventModel

/// Packs the records of a commit into segments.
struct SegmentBuilder {
  /// The position of the segment's first event.
  let first: Position
  private var ends: [UInt32] = []
  private var checksums: [UInt32] = []
  private var records: [UInt8] = []

  init(first: Position) {
    self.first = first
  }

  var count: Int { ends.count }
  var isFull: Bool { ends.count == Segment.countMax }

  /// Adds a record behind the ones before it.
  mutating func add(_ record: ArraySlice<UInt8>) {
    let position = first.number + UInt64(count)
    let checksum = Checksum.crc32c(record.span.bytes, position: position)
    records.append(contentsOf: record)
    ends.append(UInt32(records.count))
    checksums.append(checksum)
  }

  /// The value to store under ``first``.
  func value() -> [UInt8] {
    let table = Segment.headerBytes + count * Segment.entryBytes
    var value: [UInt8] = []
    value.reserveCapacity(table + records.count)
    value.append(littleEndian: UInt32(count))
    for index in ends.indices {
      value.append(littleEndian: UInt32(table) + ends[index])
      value.append(littleEndian: checksums[index])
    }
    value.append(contentsOf: records)
    return value
  }
}
