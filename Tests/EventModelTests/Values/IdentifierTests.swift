import EventModel
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    "a", "!", "~", "NMR-600", "12500000450401234X", "../etc", "a\"b\\c", String(repeating: "x", count: 64),
  ])
  func `an identifier keeps its text byte by byte`(text: String) throws {
    #expect(try Identifier(text).text == text)
  }

  @Test func `every byte from 0x21 to 0x7E is an identifier and no other ASCII character is`() {
    for value: UInt8 in 0..<128 {
      let text = String(UnicodeScalar(value))
      let expected = value >= 0x21 && value <= 0x7E ? nil : "illegalCharacter"
      #expect(brokenRule { () throws(ValueError) in try Identifier(text) } == expected, "\(value)")
    }
  }

  @Test(arguments: [
    (0, "empty"), (1, nil), (63, nil), (64, nil), (65, "tooLong"), (511, "tooLong"), (100_000, "tooLong"),
  ])
  func `an identifier has 1 to 64 bytes`(count: Int, rule: String?) {
    let text = String(repeating: "i", count: count)
    #expect(brokenRule { () throws(ValueError) in try Identifier(text) } == rule)
  }

  @Test(arguments: [(0, "empty"), (1, nil), (128, nil), (129, "tooLong")])
  func `a source has 1 to 128 bytes`(count: Int, rule: String?) {
    let text = String(repeating: "/", count: count)
    #expect(brokenRule { () throws(ValueError) in try EventSource(text) } == rule)
  }

  @Test(arguments: [
    "\u{430}bc",  // Cyrillic а
    "\u{FF21}BC",  // full-width A
    "caf\u{E9}", "cafe\u{301}", "\u{1F600}", "a\u{200B}b", "a\u{202E}b", "a\u{0}b", "a b", " a", "a ", "a\tb", "a\n",
    "\u{A0}a", "仪器", "a\u{FEFF}", "\u{7F}",
  ])
  func `what looks like an identifier but has other bytes is refused`(text: String) {
    #expect(brokenRule { () throws(ValueError) in try Identifier(text) } == "illegalCharacter")
    #expect(brokenRule { () throws(ValueError) in try EventSource(text) } == "illegalCharacter")
  }

  @Test func `order is by bytes and case matters`() throws {
    let texts = ["~", "a", "B", "A1", "A", "a1", "-", "A10", "A2"]
    let sorted = try texts.map { try Identifier($0) }.sorted().map(\.text)
    #expect(sorted == ["-", "A", "A1", "A10", "A2", "B", "a", "a1", "~"])
    #expect(try Identifier("a") != Identifier("A"))
  }

  @Test func `short and long identifiers are compared, hashed and copied by their bytes`() throws {
    // Lengths around 8 and 16, where the form in memory changes; two letters, so that many begin alike.
    let texts = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 18, 64].flatMap { count in
      (0..<count).flatMap { place in
        ["a", "b"].map { String(repeating: "a", count: place) + $0 + String(repeating: "a", count: count - place - 1) }
      }
    }
    let ids = try texts.map { try Identifier($0) }
    for (left, leftText) in zip(ids, texts) {
      let isCopied = left.text == leftText && left.byteCount == leftText.utf8.count
      var bytes: [UInt8] = [0]
      bytes.append(left)
      if !isCopied || bytes != [0] + Array(leftText.utf8) { Issue.record("\(leftText) became \(left)") }
      for (right, rightText) in zip(ids, texts) {
        let isOrdered = leftText.utf8.lexicographicallyPrecedes(rightText.utf8)
        if (left < right) != isOrdered || (left == right) != (leftText == rightText) {
          Issue.record("\(leftText) and \(rightText)")
        }
      }
    }
    #expect(Set(ids).count == Set(texts).count)
  }

  @Test func `the error shows the value, escaped and cut`() throws {
    let error = #expect(throws: ValueError.self) { try Identifier("a\u{1B}[2J") }
    #expect(error?.value == #""a\u{1B}[2J""#)
    let long = #expect(throws: ValueError.self) { try Identifier(String(repeating: "\u{202E}", count: 500)) }
    #expect((long?.value.unicodeScalars.count ?? 0) <= 80)
    #expect(long?.value.hasSuffix("…\"") == true)
  }
}
