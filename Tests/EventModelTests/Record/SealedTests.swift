import EventModel
import Testing

/// Sealed values in stored bytes and in JSON: one spelling each, and never shown in an error.
struct SealedTests {
  private static let cbor =
    "a5016a732d356331653039643702000350404142434445464748494a4b4c4d4e4f044c606162636465666768696a6b0558305cf845f01a42"
    + "c5465cdb5cb2764c815b918b4b52a081ddee619687e3f93e58644025455dcd9000b3859b76878393d799"
  private static let json = """
    {"subject":"s-5c1e09d7","suite":"aes256gcm","blinding":"QEFCQ0RFRkdISUpLTE1OTw==","nonce":"YGFiY2RlZmdoaWpr",\
    "ciphertext":"XPhF8BpCxUZc21yydkyBW5GLS1Kggd3uYZaH4/k+WGRAJUVdzZAAs4WbdoeDk9eZ"}
    """

  private func parsed(_ json: String) throws(InputError) -> Sealed {
    let bytes = Array(json.utf8)
    var reader = JSONReader(bytes.span.bytes)
    let value = try Sealed(from: &reader)
    try reader.end()
    return value
  }

  /// A registered party with that contact, in the envelope of golden records.
  static func event() throws -> Event {
    var event = try Golden.event(of: .partyRegistered)
    guard case .partyRegistered(var data) = event.payload else { return event }
    let bytes = Hex.bytes(cbor)
    var reader = CBORReader(bytes.span.bytes)
    data.contact = try Sealed(from: &reader)
    event.payload = data.payload
    return event
  }

  @Test func `the committed bytes and the committed JSON are one value`() throws {
    let bytes = Hex.bytes(Self.cbor)
    var reader = CBORReader(bytes.span.bytes)
    let value = try Sealed(from: &reader)
    try reader.end()
    #expect(value == (try parsed(Self.json)))
    var writer = CBORWriter()
    value.encode(to: &writer)
    #expect(Hex.text(writer.bytes) == Hex.text(bytes))
    var json = JSONWriter()
    value.write(to: &json)
    #expect(String(decoding: json.bytes, as: UTF8.self) == Self.json)
  }

  @Test(arguments: [
    (#""suite":"aes256gcm","#, "", InputRule.missingField), (#""aes256gcm""#, #""sm4gcm""#, .illegalValue),
    (#""s-5c1e09d7""#, #""s 5c""#, .illegalValue), ("QEFC", "QEF", .illegalValue), ("Tw==", "Tx==", .illegalValue),
    ("Tw==", "Tw", .illegalValue), ("Tw==", "T===", .illegalValue), ("QEFC", "QE_C", .illegalValue),
    ("YGFi", "YGFiYGFi", .illegalValue), ("XPhF8BpCxUZc21yydkyBW5GLS1Kggd3uYZaH4/k+", "", .illegalValue),
    ("XPhF", "XPhFXPhF", .illegalValue), (#""nonce":"#, #""nonce":"YGFiY2RlZmdoaWpr","nonce":"#, .duplicateField),
    (#""nonce":"#, #""clear":1,"nonce":"#, .unknownField), (#""YGFiY2RlZmdoaWpr""#, "7", .wrongType),
  ])
  func `another spelling or length is refused`(old: String, new: String, rule: InputRule) throws {
    try #require(Self.json.contains(old))
    do throws(InputError) {
      _ = try parsed(Self.json.replacing(old, with: new, maxReplacements: 1))
      Issue.record("read")
    } catch {
      #expect(error.rule == rule, "\(error)")
    }
  }

  @Test func `text in clear is refused and not shown`() throws {
    for clear in [#""王工 023-55550100""#, #"{"ciphertext":"王工 023-55550100"}"#, #"{"blinding":"王工"}"#] {
      do throws(InputError) {
        _ = try parsed(clear)
        Issue.record("read: \(clear)")
      } catch {
        #expect(!"\(error)".contains("王工"), "\(error)")
      }
    }
  }

  @Test func `a record with a sealed value survives no change of a byte unnoticed`() throws {
    var record: [UInt8] = []
    EventRecord.encode(try Self.event(), recordedTime: try Golden.recordedTime(), batch: .single, into: &record)
    #expect(try EventRecord.decode(record.span.bytes, position: .zero).event == Self.event())
    for index in record.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = record
        bytes[index] = byte
        guard let event = try? EventRecord.decode(bytes.span.bytes, position: .zero) else { continue }
        var again: [UInt8] = []
        EventRecord.encode(event.event, recordedTime: event.recordedTime, batch: event.batch, into: &again)
        if again != bytes { Issue.record("byte \(index) = \(byte) has two spellings") }
      }
    }
  }

  @Test func `the event concerns the subject and tells its sealed field`() throws {
    let event = try Self.event()
    #expect(event.tags == [try Tag("party:125000004504012315"), try Tag("subject:s-5c1e09d7")])
    #expect(event.payload.data.sealedFields.map(\.name) == ["contact"])
    #expect(try Golden.event(of: .partyRegistered).payload.data.sealedFields.isEmpty)
    #expect(try Golden.event(of: .resourceClosed).payload.data.sealedFields.isEmpty)
    var bytes: [UInt8] = []
    EventRecord.encode(event, recordedTime: event.validTime, batch: .single, into: &bytes)
    let view = try PartyRegisteredView(try EventView(bytes.span.bytes, position: .zero).payload)
    #expect(copied(view.contact).map(Hex.text) == Hex.text(Hex.bytes(Self.cbor)))
  }

  @Test func `parts of other lengths make no value`() throws {
    let value = try parsed(Self.json)
    for (blinding, nonce, ciphertext) in [(15, 12, 48), (16, 13, 48), (16, 12, 16), (16, 12, 49), (16, 12, 16_432)] {
      #expect(throws: ValueError.self) {
        try Sealed(
          subject: value.subject, suite: value.suite, blinding: Array(repeating: 1, count: blinding),
          nonce: Array(repeating: 1, count: nonce), ciphertext: Array(repeating: 1, count: ciphertext))
      }
    }
  }
}
