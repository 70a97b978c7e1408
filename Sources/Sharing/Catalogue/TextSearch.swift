/// Finds words in names: ASCII letters without regard to case, everything else byte for byte.
///
/// Chinese has no blanks between words, so a word matches anywhere inside a name.
struct TextSearch {
  private let words: [[UInt8]]

  /// Splits the words at blanks, the ideographic one included.
  init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { TextSearch.folded(String($0)) }
  }

  /// Whether every word occurs in one of the names; no words match everything.
  func matches(_ names: [String?]) -> Bool {
    if words.isEmpty { return true }
    let folded = names.compactMap { $0.map(TextSearch.folded) }
    return words.allSatisfy { word in folded.contains { TextSearch.occurs(word, in: $0) } }
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }

  private static func occurs(_ word: [UInt8], in name: [UInt8]) -> Bool {
    guard let first = word.first, name.count >= word.count else { return false }
    for start in 0...name.count - word.count where name[start] == first {
      if name[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
