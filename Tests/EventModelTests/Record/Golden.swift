import EventModel
import Foundation

/// The committed record of every event type: its schema's example in one fixed envelope.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")

  static func file(of type: EventType) -> URL { folder.appending(path: "\(type.wireName)-\(type.schemaVersion).hex") }

  static let position = Position(41)

  static func recordedTime() throws -> Instant { try Instant(rfc3339: "2024-02-01T08:30:00.000001+08:00") }

  static let batch = Batch(index: 1, length: 3)

  /// The example of the type in the envelope all golden records share.
  static func event(of type: EventType) throws -> Event {
    Event(
      id: try Identifier("evt-2024-000317"), source: try EventSource("urn:example:equipment"),
      validTime: try Instant(rfc3339: "2024-01-31T16:00:00+08:00"), actor: try Identifier("12500000450401234X"),
      correlation: try Identifier("case-7"), causation: try Identifier("evt-2024-000316"),
      payload: try payload(of: type))
  }

  static func payload(of type: EventType) throws -> EventPayload {
    let text = Array(type.exampleText.utf8)
    var reader = JSONReader(text.span.bytes)
    let payload = try EventPayload(type: type, from: &reader)
    try reader.end()
    return payload
  }

  /// The record of the type's example, encoded now.
  static func record(of type: EventType) throws -> [UInt8] {
    var bytes: [UInt8] = []
    EventRecord.encode(try event(of: type), recordedTime: try recordedTime(), batch: batch, into: &bytes)
    return bytes
  }
}
