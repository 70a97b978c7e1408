import EventModel

/// Any JSON value, as the reader gives it: what tests compare.
indirect enum JSONTree {
  case object([(key: String, value: JSONTree)])
  case array([JSONTree])
  case string(String)
  case int(Int64)
  case bool(Bool)
  case null

  /// Reads a whole document and refuses duplicate keys at every level.
  static func read(_ bytes: [UInt8], line: Int? = nil) throws(InputError) -> JSONTree {
    var reader = JSONReader(bytes.span.bytes, line: line)
    let tree = try JSONTree(from: &reader)
    try reader.end()
    return tree
  }

  init(from reader: inout JSONReader) throws(InputError) {
    switch reader.peek() {
    case .object:
      var members: [(key: String, value: JSONTree)] = []
      var keys: Set<[UInt8]> = []
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if !keys.insert(Array(key.utf8)).inserted { throw reader.duplicate(key) }
        members.append((key, try JSONTree(from: &reader)))
      }
      self = .object(members)
    case .array:
      var items: [JSONTree] = []
      try reader.beginArray()
      while try reader.nextElement() { items.append(try JSONTree(from: &reader)) }
      self = .array(items)
    case .string: self = .string(try reader.string())
    case .number: self = .int(try reader.int())
    case .boolean: self = .bool(try reader.bool())
    case .null:
      try reader.null()
      self = .null
    case .end, .other: self = .string(try reader.string())
    }
  }

  /// The canonical form.
  var canonical: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .object(let members):
      writer.beginObject()
      for (key, value) in members {
        writer.key(key)
        value.write(to: &writer)
      }
      writer.endObject()
    case .array(let items):
      writer.beginArray()
      for item in items { item.write(to: &writer) }
      writer.endArray()
    case .string(let text): writer.string(text)
    case .int(let number): writer.int(number)
    case .bool(let value): writer.bool(value)
    case .null: writer.null()
    }
  }
}

/// The bytes of a line of a test table, in which `‹C0 AF›` stands for bytes in hexadecimal.
func tableBytes(_ text: some StringProtocol) -> [UInt8] {
  var bytes: [UInt8] = []
  for (index, piece) in text.split(separator: "‹", omittingEmptySubsequences: false).enumerated() {
    guard index > 0, let end = piece.firstIndex(of: "›") else {
      bytes += Array(piece.utf8)
      continue
    }
    bytes += piece[..<end].split(separator: " ").compactMap { UInt8($0, radix: 16) }
    bytes += Array(piece[piece.index(after: end)...].utf8)
  }
  return bytes
}
