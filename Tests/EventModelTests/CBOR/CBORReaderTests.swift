import Testing

@testable import EventModel

/// What a deterministic decoder has to refuse (RFC 8949 §4.2.1), one rule a test.
struct CBORReaderTests {
  /// The error of reading one item of the kind `read` wants.
  private func error(
    _ hex: String, _ read: (inout CBORReader) throws(CodecError) -> Void
  ) -> CodecError? {
    let bytes = Hex.bytes(hex)
    do throws(CodecError) {
      var reader = CBORReader(bytes.span.bytes)
      try read(&reader)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "1800", "1817", "190000", "1900ff", "1a00000000", "1a0000ffff", "1b0000000000000000", "1b00000000ffffffff",
    "3817", "3900ff", "1c", "1d", "1e", "1f", "3f",
  ])
  func `a number longer than needed is refused`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in _ = try reader.int() }?.reason == .notShortest)
  }

  @Test(arguments: ["7800", "7817", "790001", "7f", "5f"])
  func `a text length longer than needed is refused`(hex: String) {
    let reason = error(hex) { (reader) throws(CodecError) in _ = try reader.text() }?.reason
    #expect(reason == (hex == "5f" ? .wrongType : .notShortest))
  }

  @Test(arguments: ["1bffffffffffffffff", "1b8000000000000000", "3b8000000000000000"])
  func `an integer beyond 64 bits is refused`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in _ = try reader.int() }?.reason == .illegalValue)
  }

  @Test(arguments: ["40", "60", "80", "a0", "c000", "f4", "f6", "f97e00", "fb0000000000000000"])
  func `anything but an integer is the wrong type`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in _ = try reader.int() } == CodecError(.wrongType, at: 0))
  }

  @Test(arguments: [
    "61ff", "62c328", "63e28228", "64f0288cbc", "62c0af", "63eda080", "64f4908080", "61c3", "63e0809f",
  ])
  func `text that is not UTF-8 is refused`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in _ = try reader.text() } == CodecError(.notUTF8, at: 0))
  }

  @Test(arguments: ["", "18", "19", "1901", "1a000100", "1b00000001000000", "38", "39ff"])
  func `an integer cut short is truncated`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in _ = try reader.int() }?.reason == .truncated)
  }

  @Test(arguments: ["61", "6261", "78", "7818", "7affffffff", "7bffffffffffffffff", "7b7fffffffffffffff"])
  func `text longer than the bytes is truncated`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in _ = try reader.text() }?.reason == .truncated)
  }

  @Test(arguments: ["81", "9a00ffffff00", "9bffffffffffffffff"])
  func `an array of more items than bytes is truncated before anything is allocated`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in _ = try reader.arrayCount() }?.reason == .truncated)
    #expect(error(hex) { (reader) throws(CodecError) in _ = try [Fen](from: &reader) }?.reason == .truncated)
  }

  @Test func `a list of more items than allowed is refused`() throws {
    for (count, reason) in [(1000, nil), (1001, CodecError.Reason.tooLong)] {
      var writer = CBORWriter()
      writer.array(count: count)
      for _ in 0..<count { writer.int(7) }
      let bytes = writer.bytes
      do throws(CodecError) {
        var reader = CBORReader(bytes.span.bytes)
        #expect(try [Fen](from: &reader).count == count)
        #expect(reason == nil)
      } catch {
        #expect(error.reason == reason)
      }
    }
  }

  @Test func `bytes behind the last item are refused`() {
    let error = error("0100") { (reader) throws(CodecError) in
      _ = try reader.int()
      try reader.end()
    }
    #expect(error == CodecError(.trailingBytes, at: 1))
  }

  @Test func `skipping steps over whole items and no further`() throws {
    let bytes = Hex.bytes("83a2016161028101f5f6" + "07")
    var reader = CBORReader(bytes.span.bytes)
    let item = try reader.itemSpan()
    #expect(item.byteCount == bytes.count - 1)
    #expect(try reader.int() == 7)
    try reader.end()
  }

  @Test func `skipping is not hurt by depth`() throws {
    let depth = 100_000
    let deep = [UInt8](repeating: 0x81, count: depth) + [0x00]
    var reader = CBORReader(deep.span.bytes)
    try reader.skip()
    try reader.end()
    let endless = [UInt8](repeating: 0x81, count: depth)
    var second = CBORReader(endless.span.bytes)
    #expect(throws: CodecError.self) { try second.skip() }
  }

  @Test func `bytes are read, written and skipped behind their length`() throws {
    for (count, head) in [(0, "40"), (23, "57"), (24, "5818"), (256, "590100")] {
      let bytes = [UInt8](repeating: 0xFF, count: count)
      var writer = CBORWriter()
      writer.bytes(bytes)
      #expect(writer.bytes == Hex.bytes(head) + bytes)
      var reader = CBORReader(writer.bytes.span.bytes)
      #expect(copied(try reader.byteSpan()) == bytes)
      try reader.end()
      var skipper = CBORReader(writer.bytes.span.bytes)
      try skipper.skip()
      try skipper.end()
    }
    #expect(error("5801") { (reader) throws(CodecError) in try reader.skip() }?.reason == .notShortest)
    #expect(error("42ff") { (reader) throws(CodecError) in _ = try reader.byteSpan() }?.reason == .truncated)
    #expect(error("62ffff") { (reader) throws(CodecError) in _ = try reader.byteSpan() }?.reason == .wrongType)
  }

  @Test(arguments: ["f7", "f0", "f97e00", "c000", "e0", "f800", "ff"])
  func `skipping refuses kinds no schema uses`(hex: String) {
    #expect(error(hex) { (reader) throws(CodecError) in try reader.skip() }?.reason == .wrongType)
  }
}
