import EventModel

/// The layouts of the keys of rows.
enum Keys {
  static func appendEventID(source: EventSource, id: Identifier, to bytes: inout [UInt8]) {
    bytes.append(source)
    bytes.append(0)
    bytes.append(id)
    bytes.append(0)
  }

  static func eventID(source: EventSource, id: Identifier) -> [UInt8] {
    var bytes: [UInt8] = []
    appendEventID(source: source, id: id, to: &bytes)
    return bytes
  }

  static func appendTimeline(_ tag: Tag, group: EventGroup, to bytes: inout [UInt8]) {
    bytes.append(tag.kind.rawValue)
    bytes.append(tag.id)
    bytes.append(0)
    bytes.append(group.rawValue)
  }

  static func timeline(_ tag: Tag, group: EventGroup) -> [UInt8] {
    var bytes: [UInt8] = []
    appendTimeline(tag, group: group, to: &bytes)
    return bytes
  }

  static func appendPostings(_ account: Account, _ day: Day, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: account.text.utf8)
    bytes.append(0)
    bytes.append(bigEndian: UInt32(bitPattern: day.number) ^ (1 << 31))
  }

  static func postings(_ account: Account) -> [UInt8] { Array(account.text.utf8) + [0] }

  /// The first key of an account's postings, whose bucket is given, that are after a day.
  static func postings(_ bucket: [UInt8], after day: Int32) -> [UInt8] {
    var bytes = bucket
    bytes.append(bigEndian: UInt32(bitPattern: day + 1) ^ (1 << 31))
    return bytes
  }

  static func appendCalendar(_ resource: Identifier, end: Instant, to bytes: inout [UInt8]) {
    bytes.append(resource)
    bytes.append(0)
    bytes.append(bigEndian: UInt64(bitPattern: end.microseconds) ^ (1 << 63))
  }

  static func calendar(_ resource: Identifier) -> [UInt8] { Array(resource.text.utf8) + [0] }
}
