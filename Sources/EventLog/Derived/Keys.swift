import EventModel

/// The key layouts of the derived tables, without the position that ends every key.
enum Keys {
  static func appendEventID(source: EventSource, id: Identifier, to bytes: inout [UInt8]) {
    bytes.append(source)
    bytes.append(0)
    bytes.append(id)
    bytes.append(0)
  }

  static func eventIDLength(source: EventSource, id: Identifier) -> Int {
    source.byteCount + id.byteCount + 2
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

  static func timelineLength(_ tag: Tag) -> Int { tag.id.byteCount + 3 }

  static func timeline(_ tag: Tag, group: EventGroup) -> [UInt8] {
    var bytes: [UInt8] = []
    appendTimeline(tag, group: group, to: &bytes)
    return bytes
  }

  static func appendPostings(_ account: Account, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: account.text.utf8)
    bytes.append(0)
  }

  static func postings(_ account: Account) -> [UInt8] { Array(account.text.utf8) + [0] }

  static func appendCalendar(_ resource: Identifier, end: Instant, to bytes: inout [UInt8]) {
    bytes.append(resource)
    bytes.append(0)
    bytes.append(bigEndian: UInt64(bitPattern: end.microseconds) ^ (1 << 63))
  }

  static func calendarLength(_ resource: Identifier) -> Int { resource.byteCount + 1 }

  static func calendar(_ resource: Identifier) -> [UInt8] { Array(resource.text.utf8) + [0] }
}
