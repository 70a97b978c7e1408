import EventModel
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    "a", " ", "600 MHz 核磁共振波谱仪", "e\u{301}", "\u{E9}", "Ωμέγα", "עברית", "العربية", "हिन्दी", "😀", "𠀀", "a\u{AD}b",
    "\u{A0}",
    "\u{E000}", "\u{10FFFD}", "\"quoted\" \\ slash", "a\u{FFFD}", "\u{D7FF}\u{E001}",
  ])
  func `text of any script is kept byte by byte`(string: String) throws {
    #expect(try Array(Text(string).string.utf8) == Array(string.utf8))
  }

  @Test func `controls, direction marks, invisible joiners, separators and noncharacters are refused, nothing else`() {
    let forbidden: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2060, 0x2066...0x2069,
      0xFDD0...0xFDEF, 0xFEFF...0xFEFF,
    ]
    for value: UInt32 in 0...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isForbidden = forbidden.contains { $0.contains(value) } || value & 0xFFFF >= 0xFFFE
      let isRefused = brokenRule { () throws(ValueError) in try Text("a\(scalar)") } != nil
      if isRefused != isForbidden { Issue.record("U+\(String(value, radix: 16)) is refused: \(isRefused)") }
    }
  }

  @Test(arguments: [
    ("a", 0, "empty"), ("a", 1, nil), ("a", 4096, nil), ("a", 4097, "tooLong"), ("仪", 4096, nil),
    ("仪", 4097, "tooLong"),
    ("😀", 4096, nil), ("😀", 4097, "tooLong"),
  ])
  func `text has 1 to 4,096 Unicode scalars`(character: String, count: Int, rule: String?) {
    let string = String(repeating: character, count: count)
    #expect(brokenRule { () throws(ValueError) in try Text(string) } == rule)
  }

  @Test func `composed and decomposed letters are different texts, though Swift calls the strings equal`() throws {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    #expect(composed == decomposed)
    #expect(try Text(composed) != Text(decomposed))
    #expect(try Set([Text(composed), Text(decomposed), Text(composed)]).count == 2)
  }

  @Test func `order is by UTF-8 bytes`() throws {
    let sorted = try ["b", "é", "a", "𠀀", "仪", "aa", "\u{FFFD}"].map { try Text($0) }.sorted().map(\.string)
    #expect(sorted == ["a", "aa", "b", "é", "仪", "\u{FFFD}", "𠀀"])
  }

  @Test func `the error names the character`() {
    let error = #expect(throws: ValueError.self) { try Text("a\u{202E}b") }
    #expect(error?.description == #""a\u{202E}b" holds U+202E, which text may not"#)
  }
}
