import EventModel
import Testing

/// Signed events in records and lines; what is not signed has the bytes it always had.
struct SignedRecordTests {
  private func signed() throws -> Event {
    var event = try Golden.event(of: .resourceClosed)
    event.signature = try AuthorSignature(key: Identifier("uni-2024-1"), bytes: Array(1...64))
    return event
  }

  private func record(_ event: Event) throws -> [UInt8] {
    var bytes: [UInt8] = []
    EventRecord.encode(event, recordedTime: try Golden.recordedTime(), batch: Golden.batch, into: &bytes)
    return bytes
  }

  @Test func `key and signature stand between causation and payload`() throws {
    let event = try signed()
    let bytes = try record(event)
    var unsigned = event
    unsigned.signature = nil
    let plain = try record(unsigned)
    #expect(plain == (try Golden.record(of: .resourceClosed)))
    let inserted = Array("uni-2024-1".utf8) + Array(1...64)
    #expect(bytes.count == plain.count + inserted.count)
    #expect(bytes[37] == 10 && plain[37] == 0)
    let start = 40 + 15 + 21 + 18 + 6 + 15
    #expect(Array(bytes[start..<start + inserted.count]) == inserted)
    #expect(Array(bytes[(start + inserted.count)...]) == Array(plain[start...]))
    let view = try EventView(bytes.span.bytes, position: Golden.position)
    let isSigned = view.isSigned
    #expect(isSigned)
    #expect(copied(view.payload) == Array(plain[start...]))
    #expect(try view.recordedEvent().event == event)
    let isPlainSigned = try EventView(plain.span.bytes, position: Golden.position).isSigned
    #expect(!isPlainSigned)
  }

  @Test func `the bytes an author signs are those of the articles`() throws {
    var event = try signed()
    event.actor = try Identifier("125000004504012315")
    event.payload = .resourceClosed(ResourceClosed(resource: try Identifier("R1")))
    let expected = Hex.bytes(
      "73686172656c65646765722e6576656e742f3100aa016f6576742d323032342d303030333137027575726e3a6578616d706c653a657175"
        + "69706d656e74036f7265736f757263652e636c6f7365640401051b0006103943fb8000067231323530303030"
        + "3034353034303132333135"
        + "0766636173652d37086f6576742d323032342d303030333136096a756e692d323032342d310aa101625231")
    let key = try Identifier("uni-2024-1")
    #expect(Hex.text(event.signedBytes(key: key)) == Hex.text(expected))
    event.signature = nil
    #expect(event.signedBytes(key: key) == expected)
  }

  @Test func `a changed byte is refused or encodes to the same bytes`() throws {
    let record = try record(signed())
    for bit in 0..<8 * record.count {
      var bytes = record
      bytes[bit / 8] ^= 1 << (bit % 8)
      guard let event = try? EventRecord.decode(bytes.span.bytes, position: Golden.position) else { continue }
      var again: [UInt8] = []
      EventRecord.encode(event.event, recordedTime: event.recordedTime, batch: event.batch, into: &again)
      if again != bytes { Issue.record("bit \(bit)") }
    }
    for count in record.indices {
      #expect(throws: CodecError.self) {
        try EventRecord.decode(record.span.bytes.extracting(0..<count), position: .zero)
      }
    }
  }

  @Test func `a line carries both members or none`() throws {
    var writer = JSONWriter()
    CloudEvents.write(try signed(), into: &writer)
    let line = String(decoding: writer.bytes, as: UTF8.self)
    let signature =
      #""signature":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkq"#
      + #"KywtLi8wMTIzNDU2Nzg5Ojs8PT4/QA==""#
    #expect(line.contains(signature + #","signingkey":"uni-2024-1","#))
    #expect(try parsed(line) == signed())
    for (old, rule) in [
      (signature + ",", InputRule.missingField), (#","signingkey":"uni-2024-1""#, .missingField),
      ("AQID", .illegalValue), ("QA==", .illegalValue),
    ] {
      do throws(InputError) {
        _ = try parsed(line.replacing(old, with: ""))
        Issue.record("read without \(old)")
      } catch {
        #expect(error.rule == rule)
      }
    }
  }

  private func parsed(_ line: String) throws(InputError) -> Event {
    let bytes = Array(line.utf8)
    return try CloudEvents.parse(bytes.span.bytes, number: 1).event
  }
}
