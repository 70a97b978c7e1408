import EventModel
import Foundation
import Testing

struct RecordGoldenTests {
  /// Set SHARELEDGER_WRITE_GOLDEN=1 to write the files of types that are new; a changed file is a broken contract.
  private static let isWriting = ProcessInfo.processInfo.environment["SHARELEDGER_WRITE_GOLDEN"] == "1"

  @Test(arguments: EventType.allCases)
  func `the record of the example has the committed bytes`(type: EventType) throws {
    let bytes = try Golden.record(of: type)
    if Self.isWriting {
      try FileManager.default.createDirectory(at: Golden.folder, withIntermediateDirectories: true)
      try Data(Hex.text(bytes).utf8).write(to: Golden.file(of: type))
    }
    let committed = try String(contentsOf: Golden.file(of: type), encoding: .utf8)
    #expect(Hex.text(bytes) == committed)
  }

  @Test(arguments: EventType.allCases)
  func `the committed bytes decode to the example`(type: EventType) throws {
    let bytes = Hex.bytes(try String(contentsOf: Golden.file(of: type), encoding: .utf8))
    let recorded = try EventRecord.decode(bytes.span.bytes, position: Golden.position)
    #expect(recorded.event == (try Golden.event(of: type)))
    #expect(recorded.position == Golden.position)
    #expect(recorded.recordedTime == (try Golden.recordedTime()))
    #expect(recorded.batch == Golden.batch)
    #expect(recorded.event.type == type)
  }

  @Test func `there is one file per type and no other`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Golden.folder.path)
    #expect(Set(files) == Set(EventType.allCases.map { Golden.file(of: $0).lastPathComponent }))
  }

  @Test func `the fixed part lies where the layout says`() throws {
    let bytes = try Golden.record(of: .resourceAcquired)
    #expect(Array(bytes[0..<4]) == [1, 1, 201, 0])
    #expect(Array(bytes[4..<12]) == [1, 0, 0, 0, 3, 0, 0, 0])
    let payloadLength = bytes[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(Array(bytes[32..<40]) == [15, 21, 18, 6, 15, 0, 0, 0])
    #expect(payloadLength == bytes.count - 40 - 15 - 21 - 18 - 6 - 15)
    #expect(String(decoding: bytes[40..<55], as: UTF8.self) == "evt-2024-000317")
    #expect(bytes[bytes.count - payloadLength] == 0xAD)
  }
}
