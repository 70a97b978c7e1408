import ShareLedger
import TestSupport
import Testing

@testable import ShareLedgerCLI

@Suite struct `Markup` {
  private static func markup(_ write: (inout HTML) -> Void) -> String {
    var html = HTML()
    write(&html)
    return html.markup
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b &amp;", "a &amp; b &amp;amp;"),
    ("\"quotes' `", "&quot;quotes&#39; `"), ("渝州大学 שלום", "渝州大学 שלום"),
    ("\u{202E}\u{2066}\u{200F}\u{61C}", "\\u{202E}\\u{2066}\\u{200F}\\u{61C}"),
    ("a\u{0}b\nc\u{85}\u{2028}\u{FEFF}", "a\\u{0}b\\u{A}c\\u{85}\\u{2028}\\u{FEFF}"), ("e\u{301}", "e\u{301}"),
  ])
  func `writes text as text`(text: String, escaped: String) {
    #expect(Self.markup { $0.text(text) } == escaped)
    #expect(Self.markup { $0.isolated(text) } == "<bdi>\(escaped)</bdi>")
    #expect(Self.markup { $0.data(text, shown: text) } == "<data value=\"\(escaped)\">\(escaped)</data>")
  }

  @Test func `has no markup but its own, whatever the text`() {
    let nasty = Array("<>&\"'=/!-x \u{202D}\u{2067}\u{200E}\u{0}\u{7F}ب文😀".unicodeScalars)
    var random = SeededRandom(seed: 47)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.unicodeScalars.append(nasty[Int.random(in: 0..<nasty.count, using: &random)])
      }
      let markup = Self.markup { $0.element(.td, [.dataName: text, .dataValue: text], text: text) }
      let parts = markup.split(omittingEmptySubsequences: false) { "<>\"".contains($0) }
      #expect(
        parts.count == 9
          && [0, 1, 3, 5, 7, 8].map { String(parts[$0]) } == [
            "", "td data-name=", " data-value=", "", "/td", "",
          ], "\(markup)")
      #expect([2, 4, 6].allSatisfy { Self.unescaped(parts[$0]) == Visible.text(text) }, "\(markup)")
      #expect(!markup.unicodeScalars.contains { [.format, .control].contains($0.properties.generalCategory) })
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    let names = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
    return names.reduce(String(text)) { $0.replacing($1.key, with: $1.value) }.replacing("&amp;", with: "&")
  }

  @Test func `documents say that nothing may be loaded or run`() {
    let text = HTML.document(title: "<b>", language: "zh-CN", style: "p { color: #000 }") { $0.element(.p, text: "x") }
    #expect(
      text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Con")
    )
    // printf 'p { color: #000 }' | openssl sha256 -binary | base64
    #expect(
      text.contains("content=\"default-src 'none'; style-src 'sha256-ANfHaGE/bFTs9167RFvWmvW6a9RGfySsyQZN8iktfkc='\">"),
      "\(text)")
    #expect(text.contains("<title>&lt;b&gt;</title>\n<style>p { color: #000 }</style>"))
    #expect(text.hasSuffix("<body>\n<p>x</p></body>\n</html>\n"))
  }

  @Test func `the style sheet loads nothing`() {
    let sheet = "\(PrintoutStyle.sheet)"
    #expect(
      !sheet.contains("@import") && !sheet.contains("//") && !sheet.contains("@font-face") && !sheet.contains("<"))
    #expect(sheet.split(separator: "url(").count == 2 && sheet.contains("url(#hatch)"))
  }

  @Test(arguments: [
    ("0.00", "0.00"), ("999", "999"), ("1000", "1,000"), ("-1234567.00", "-1,234,567.00"),
    ("123456:07:08", "123,456:07:08"),
    ("142.86 %", "142.86 %"), ("-12.50", "-12.50"), ("?", "?"),
  ])
  func `groups the digits of whole parts`(number: String, grouped: String) {
    #expect(HTML.grouped(number) == grouped)
  }

  @Test func `values are shown for people and given as JSON has them`() {
    let written = [Sheet.Value.points(5_735), .fen(-123_456_700), .fen(nil), .text("<a>"), .positions([]), .flag(true)]
      .map { value in Self.markup { $0.value(value, .zh) } }
    #expect(
      written == [
        "<data value=\"5735\">57.35</data>", "<data value=\"-123456700\">-1,234,567.00</data>",
        "<span class=\"none\">–</span>", "<bdi>&lt;a&gt;</bdi>", "<span class=\"none\">–</span>",
        "<data value=\"true\">是</data>",
      ])
    #expect(
      Self.markup { $0.value(.positions((1...8).map { Position($0) }), .en) }
        == "<data value=\"1 2 3 4 5 6 7 8\">1 2 3 4 5 6 … (8)</data>")
    #expect(
      Self.markup { $0.value(.target(9_000, .openRate), .en) } == "<data value=\"9000\">90.00 %</data>")
  }

  @Test func `every word is there in both languages`() {
    for word in PrintoutWord.allCases { #expect(!word[.zh].isEmpty && !word[.en].isEmpty && word[.zh] != word[.en]) }
  }
}
