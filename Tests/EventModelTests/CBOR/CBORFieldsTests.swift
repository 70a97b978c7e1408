import Testing

@testable import EventModel

/// The keys of a map, on the smallest shared object: funding is {1: source, 2: amount}.
struct CBORFieldsTests {
  private func decode(_ hex: String) -> Result<Funding, CodecError> {
    let bytes = Hex.bytes(hex)
    do throws(CodecError) {
      var reader = CBORReader(bytes.span.bytes)
      let value = try Funding(from: &reader)
      try reader.end()
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  @Test func `keys in order are read`() throws {
    #expect(try decode("a201010205").get() == Funding(source: .local, amount: Fen(5)))
  }

  @Test(arguments: [
    ("a202050101", CodecError.Reason.missingKey, 1), ("a201010101", .keyOrder, 3), ("a101", .truncated, 0),
    ("a10101", .missingKey, 3), ("a10205", .missingKey, 1), ("a3010102050306", .unknownKey, 5),
    ("a3010102050206", .keyOrder, 5), ("a3010102050106", .keyOrder, 5), ("a200000101", .keyOrder, 1),
    ("a26161010205", .wrongType, 1), ("a21801010205", .notShortest, 1), ("a0", .missingKey, 1),
    ("a201180b0205", .notShortest, 2), ("a201050205", .illegalValue, 2), ("a20120 0205", .illegalValue, 2),
    ("a2010102051f", .trailingBytes, 5), ("8201010205", .wrongType, 0), ("a201010261", .truncated, 4),
  ])
  func `any other map is refused, and the error says where`(hex: String, reason: CodecError.Reason, offset: Int) {
    guard case .failure(let error) = decode(hex) else {
      Issue.record("\(hex) was read")
      return
    }
    // The value's own type is told before its length.
    #expect(error == CodecError(hex == "a201010261" ? .wrongType : reason, at: offset), "\(hex)")
  }

  @Test func `a nullable field is null or a value, never absent`() throws {
    for (hex, value) in [("a201646e616d6502f6", nil), ("a201646e616d65026161", "a")] as [(String, String?)] {
      let bytes = Hex.bytes(hex)
      var reader = CBORReader(bytes.span.bytes)
      let change = try ResourceChange(from: &reader)
      #expect(change.field == .name)
      #expect(change.value?.string == value)
      var writer = CBORWriter()
      change.encode(to: &writer)
      #expect(writer.bytes == bytes)
    }
    let bytes = Hex.bytes("a101646e616d65")
    var reader = CBORReader(bytes.span.bytes)
    #expect(throws: CodecError(.missingKey, at: 7)) { try ResourceChange(from: &reader) }
  }
}
