import Testing

@testable import EventModel

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("", "\"\""), ("plain", "\"plain\""), ("a\"b\\c", #""a\"b\\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\u{0}\u{1B}[31m", #""\u{0}\u{1B}[31m""#), ("\u{202E}\u{200B}", #""\u{202E}\u{200B}""#), ("核磁", "\"核磁\""),
    ("\u{2028}", #""\u{2028}""#), ("\u{FFFE}", #""\u{FFFE}""#),
  ])
  func `what cannot be seen is escaped`(text: String, shown: String) {
    #expect(Excerpt.quoted(text) == shown)
  }

  @Test func `an excerpt never exceeds 80 characters and says when it is cut`() {
    for character in ["a", "\n", "\u{202E}", "仪", "😀", "e\u{301}"] {
      for count in [1, 10, 39, 40, 77, 78, 79, 80, 81, 200, 100_000] {
        let text = String(repeating: character, count: count)
        for shown in [Excerpt.quoted(text), Excerpt.plain(text)] {
          #expect(shown.unicodeScalars.count <= 80)
          #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
      }
    }
    #expect(Excerpt.plain(String(repeating: "a", count: 80)) == String(repeating: "a", count: 80))
    #expect(Excerpt.plain(String(repeating: "a", count: 81)) == String(repeating: "a", count: 79) + "…")
    #expect(Excerpt.quoted(String(repeating: "a", count: 78)) == "\"" + String(repeating: "a", count: 78) + "\"")
    #expect(Excerpt.quoted(String(repeating: "a", count: 79)) == "\"" + String(repeating: "a", count: 77) + "…\"")
  }
}
