import Testing

@testable import EventModel

/// Values and bytes from RFC 8949 appendix A.
struct CBORWriterTests {
  @Test(arguments: [
    (0, "00"), (1, "01"), (10, "0a"), (23, "17"), (24, "1818"), (25, "1819"), (100, "1864"), (255, "18ff"),
    (256, "190100"), (1000, "1903e8"), (65_535, "19ffff"), (65_536, "1a00010000"), (1_000_000, "1a000f4240"),
    (4_294_967_295, "1affffffff"), (4_294_967_296, "1b0000000100000000"), (1_000_000_000_000, "1b000000e8d4a51000"),
    (Int64.max, "1b7fffffffffffffff"), (-1, "20"), (-10, "29"), (-24, "37"), (-25, "3818"), (-100, "3863"),
    (-1000, "3903e7"), (Int64.min, "3b7fffffffffffffff"),
  ])
  func `integers take the shortest head`(value: Int64, hex: String) throws {
    var writer = CBORWriter()
    writer.int(value)
    #expect(writer.bytes == Hex.bytes(hex))
    var reader = CBORReader(writer.bytes.span.bytes)
    #expect(try reader.int() == value)
    try reader.end()
  }

  @Test(arguments: [
    ("", "60"), ("a", "6161"), ("IETF", "6449455446"), ("\"\\", "62225c"), ("\u{fc}", "62c3bc"),
    ("\u{6c34}", "63e6b0b4"), ("\u{10151}", "64f0908591"),
  ])
  func `text is its UTF-8 behind a length`(value: String, hex: String) throws {
    var writer = CBORWriter()
    writer.text(value)
    #expect(writer.bytes == Hex.bytes(hex))
    var reader = CBORReader(writer.bytes.span.bytes)
    #expect(try reader.text() == value)
  }

  @Test func `booleans and null are one byte`() throws {
    var writer = CBORWriter()
    writer.bool(false)
    writer.bool(true)
    writer.null()
    #expect(writer.bytes == [0xF4, 0xF5, 0xF6])
    var reader = CBORReader(writer.bytes.span.bytes)
    #expect(try !reader.bool())
    #expect(try reader.bool())
    let isNull = reader.isNull
    #expect(isNull)
    try reader.null()
    try reader.end()
  }

  @Test func `a key goes before its value whatever the sizes`() throws {
    for key in [1, 23, 24, 255, 256, 1000] {
      for value in [0, 23, 24, 65_536, Int64.max, Int64.min] {
        var packed = CBORWriter()
        packed.key(key)
        packed.int(value)
        var plain = CBORWriter()
        plain.int(Int64(key))
        plain.int(value)
        #expect(packed.bytes == plain.bytes, "key \(key), value \(value)")
      }
      var packed = CBORWriter()
      packed.key(key)
      packed.text("水")
      packed.key(key)
      packed.bool(true)
      var plain = CBORWriter()
      plain.int(Int64(key))
      plain.text("水")
      plain.int(Int64(key))
      plain.bool(true)
      #expect(packed.bytes == plain.bytes, "key \(key)")
    }
  }

  @Test func `a writer goes on behind the bytes it is given`() {
    var writer = CBORWriter(appendingTo: [1, 2, 3])
    writer.array(count: 30)
    #expect(writer.bytes == [1, 2, 3, 0x98, 30])
  }

  @Test func `text of every length survives`() throws {
    for length in Array(0...300) + [65_535, 65_536, 70_000] {
      let text = String(repeating: "x", count: length)
      var writer = CBORWriter()
      writer.text(text)
      var reader = CBORReader(writer.bytes.span.bytes)
      #expect(try reader.text() == text)
      try reader.end()
    }
  }
}
