import EventModel
import TestSupport
import Testing

@Suite struct CloudEventsRandomTests {
  @Test func `what is written is read back the same, byte by byte`() throws {
    let seed: UInt64 = 127
    var random = SeededRandom(seed: seed)
    for round in 0..<2_000 {
      let event = try Self.event(&random)
      var writer = JSONWriter()
      if Bool.random(using: &random) {
        CloudEvents.write(event, into: &writer)
      } else {
        let length = UInt32.random(in: 1...3, using: &random)
        let batch = Batch(index: UInt32.random(in: 0..<length, using: &random), length: length)
        let position = Position(UInt64.random(in: 1...Position.textMax.number, using: &random))
        let recorded = RecordedEvent(
          position: position, recordedTime: try Self.instant(&random), batch: batch, event: event)
        CloudEvents.write(recorded, into: &writer)
        let line = try CloudEvents.parse(writer.bytes.span.bytes, number: 1)
        if line.recorded != recorded { Issue.record("seed \(seed), round \(round): \(recorded)") }
      }
      let line = try CloudEvents.parse(writer.bytes.span.bytes, number: 1)
      let text = String(decoding: writer.bytes, as: UTF8.self)
      if line.event != event || written(line) != text { Issue.record("seed \(seed), round \(round): \(text)") }
    }
  }

  @Test func `a changed byte is refused or gives another canonical line`() throws {
    let seed: UInt64 = 2016
    var random = SeededRandom(seed: seed)
    let bytes = Array(CloudEventLines().text.utf8)
    for round in 0..<20_000 {
      var changed = bytes
      changed[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      do throws(InputError) {
        let text = written(try CloudEvents.parse(changed.span.bytes, number: 1))
        let again = written(try CloudEvents.parse(Array(text.utf8).span.bytes, number: 1))
        if again != text { Issue.record("seed \(seed), round \(round): \(text)") }
      } catch {
        #expect(error.line == 1)
        #expect(error.value.unicodeScalars.count <= 80)
      }
    }
  }

  private static func event(_ random: inout SeededRandom) throws -> Event {
    Event(
      id: try identifier(&random), source: try EventSource(identifier(&random).text), validTime: try instant(&random),
      actor: try identifier(&random), correlation: try optional(&random, identifier),
      causation: try optional(&random, identifier), payload: .resourceAcquired(try resource(&random)))
  }

  private static func resource(_ random: inout SeededRandom) throws -> ResourceAcquired {
    ResourceAcquired(
      resource: try identifier(&random), unit: try identifier(&random),
      kind: try #require(ResourceKind.allCases.randomElement(using: &random)), name: try text(&random),
      classCode: try optional(&random, identifier), originalValue: try optional(&random, fen),
      funding: try list(&random) { random in
        Funding(
          source: try #require(FundingSource.allCases.randomElement(using: &random)), amount: try fen(&random))
      },
      acceptedOn: try instant(&random).day,
      source: try #require(AcquisitionSource.allCases.randomElement(using: &random)),
      location: try optional(&random, text), model: try optional(&random, text),
      manufacturer: try optional(&random, text),
      attributes: try optional(&random) { random in
        try list(&random) { random in Attribute(name: try text(&random), value: try text(&random)) }
      })
  }

  private static func identifier(_ random: inout SeededRandom) throws -> Identifier {
    let bytes = (0..<Int.random(in: 1...64, using: &random)).map { _ in UInt8.random(in: 0x21...0x7E, using: &random) }
    return try Identifier(String(decoding: bytes, as: UTF8.self))
  }

  private static func text(_ random: inout SeededRandom) throws -> Text {
    var string = ""
    let count = Int.random(in: 1...30, using: &random)
    while string.unicodeScalars.count < count {
      let limit: UInt32 = Bool.random(using: &random) ? 0x7F : 0x10FFFF
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) else { continue }
      if (try? Text(String(scalar))) != nil { string.unicodeScalars.append(scalar) }
    }
    return try Text(string)
  }

  private static func fen(_ random: inout SeededRandom) throws -> Fen {
    try Fen(Int64.random(in: Fen.range, using: &random) >> Int64.random(in: 0...53, using: &random))
  }

  private static func instant(_ random: inout SeededRandom) throws -> Instant {
    let microseconds = Int64.random(in: Instant.first.microseconds...Instant.last.microseconds, using: &random)
    return try Instant(microseconds: Bool.random(using: &random) ? microseconds : microseconds / 1_000_000 * 1_000_000)
  }

  private static func optional<Value>(
    _ random: inout SeededRandom, _ make: (inout SeededRandom) throws -> Value
  ) throws -> Value? {
    Bool.random(using: &random) ? try make(&random) : nil
  }

  private static func list<Value>(
    _ random: inout SeededRandom, _ make: (inout SeededRandom) throws -> Value
  ) throws -> [Value] {
    try (0..<Int.random(in: 0...3, using: &random)).map { _ in try make(&random) }
  }
}
