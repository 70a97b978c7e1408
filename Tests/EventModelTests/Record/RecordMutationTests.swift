import EventModel
import TestSupport
import Testing

/// What was damaged is refused or is another record, spelled the one way it can be: never a second spelling.
struct RecordMutationTests {
  private func check(_ bytes: [UInt8], _ note: @autoclosure () -> String) {
    do throws(CodecError) {
      let recorded = try EventRecord.decode(bytes.span.bytes, position: Golden.position)
      var again: [UInt8] = []
      EventRecord.encode(recorded.event, recordedTime: recorded.recordedTime, batch: recorded.batch, into: &again)
      if again != bytes { Issue.record("decoded, but encodes to other bytes: \(note())") }
    } catch {
      if error.offset < 0 || error.offset > bytes.count { Issue.record("\(error) is outside: \(note())") }
    }
  }

  @Test(arguments: EventType.allCases)
  func `a flipped bit is refused or encodes to the same bytes`(type: EventType) throws {
    let record = try Golden.record(of: type)
    for bit in 0..<record.count * 8 {
      var bytes = record
      bytes[bit / 8] ^= 1 << (bit % 8)
      check(bytes, "bit \(bit)")
    }
  }

  @Test(arguments: [EventType.resourceUpdated, .bookingRequested, .eventRetracted])
  func `any other byte is refused or encodes to the same bytes`(type: EventType) throws {
    let record = try Golden.record(of: type)
    for index in record.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = record
        bytes[index] = byte
        check(bytes, "byte \(index) = \(byte)")
      }
    }
  }

  @Test(arguments: EventType.allCases)
  func `a record cut short anywhere is refused`(type: EventType) throws {
    let record = try Golden.record(of: type)
    for count in record.indices {
      #expect(throws: CodecError.self) { try EventView(record.span.bytes.extracting(0..<count), position: .zero).batch }
    }
    let longer = record + [0]
    #expect(throws: CodecError(.lengthMismatch, at: 12)) { try EventView(longer.span.bytes, position: .zero).batch }
  }

  @Test(arguments: EventType.allCases)
  func `a payload cut short anywhere is refused, and so is one byte more`(type: EventType) throws {
    var writer = CBORWriter()
    try Golden.payload(of: type).encode(to: &writer)
    let payload = writer.bytes
    for count in payload.indices {
      #expect(throws: CodecError.self) {
        var reader = CBORReader(payload.span.bytes.extracting(0..<count))
        _ = try EventPayload(type: type, from: &reader)
      }
    }
    let longer = payload + [0]
    var reader = CBORReader(longer.span.bytes)
    _ = try EventPayload(type: type, from: &reader)
    #expect(throws: CodecError(.trailingBytes, at: payload.count)) { try reader.end() }
  }

  @Test func `random bytes are refused without a crash`() throws {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<20_000 {
      let type = EventType.allCases[Int.random(in: 0..<EventType.allCases.count, using: &random)]
      var bytes = try Golden.record(of: .outcomeReported)
      let start = Int.random(in: 0..<bytes.count, using: &random)
      for index in start..<min(bytes.count, start + 6) { bytes[index] = UInt8.random(in: 0...255, using: &random) }
      if Bool.random(using: &random) { bytes[2...3] = [UInt8(type.rawValue & 0xFF), UInt8(type.rawValue >> 8)] }
      check(bytes, "seed \(seed)")
    }
  }
}
