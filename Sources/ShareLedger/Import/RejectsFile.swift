internal import EventModel

/// Lines that were not recorded, each with its reason, as JSON lines:
/// `{"line":3,"field":"data.acceptedOn","rule":"illegalValue","reason":"…","event":…}`.
///
/// `event` is the event itself where it was well formed, the line as text where it was not, and `null` where the line
/// was too long to be held. The file is made new and durable.
struct RejectsFile: ~Copyable {
  private let file: OutputFile
  private var writer = JSONWriter()

  /// Makes a new file; `-` is standard error.
  init(creating path: String) throws(FileFault) {
    file = try path == "-" ? OutputFile(descriptor: 2, path: "standard error") : OutputFile(creating: path)
  }

  /// Adds a malformed line.
  mutating func add(_ error: InputError, line bytes: [UInt8]?) throws(FileFault) {
    begin(line: error.line ?? 0, field: error.field, rule: error.rule.rawValue, reason: "\(error)")
    if let bytes { writer.string(String(decoding: bytes, as: UTF8.self)) } else { writer.null() }
    try end()
  }

  /// Adds a refused event.
  mutating func add(_ refusal: Refusal, event: Event, line: Int) throws(FileFault) {
    begin(
      line: line, field: refusal.field, rule: refusal.ruleName, reason: "line \(line): \(refusal.field): \(refusal)")
    CloudEvents.write(event, into: &writer)
    try end()
  }

  /// Makes the file durable.
  mutating func finish() throws(FileFault) {
    try flush()
    if file.ownsDescriptor { try file.sync() }
  }

  private mutating func begin(line: Int, field: String, rule: String, reason: String) {
    writer.beginObject()
    writer.key("line")
    writer.int(Int64(line))
    writer.key("field")
    writer.string(field)
    writer.key("rule")
    writer.string(rule)
    writer.key("reason")
    writer.string(reason)
    writer.key("event")
  }

  private mutating func end() throws(FileFault) {
    writer.endObject()
    writer.endLine()
    if writer.bytes.count > 1 << 16 { try flush() }
  }

  private mutating func flush() throws(FileFault) {
    try file.write(writer.bytes)
    writer.removeAll()
  }
}
