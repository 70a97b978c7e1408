import EventModel
import Testing

@Suite struct JSONWriterTests {
  @Test func `members and items are parted by commas and nothing else`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.int(1)
    writer.beginObject()
    writer.endObject()
    writer.null()
    writer.endArray()
    writer.key("b")
    writer.bool(true)
    writer.key("c")
    writer.string("d")
    writer.endObject()
    writer.endLine()
    writer.beginArray()
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":[1,{},null],\"b\":true,\"c\":\"d\"}\n[]")
    writer.removeAll()
    writer.int(.min)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "-9223372036854775808")
  }

  @Test func `only quotes, backslashes and control characters are escaped`() {
    for value: UInt32 in 0..<0x300 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var writer = JSONWriter()
      writer.string(String(scalar))
      let text = String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
      let short: [UInt32: String] = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 0x22: "\\\"", 0x5C: "\\\\"]
      let long = "\\u00" + (value < 16 ? "0" : "") + String(value, radix: 16)
      #expect(text == short[value] ?? (value < 0x20 ? long : String(scalar)))
    }
  }
}
