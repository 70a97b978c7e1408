/// Takes bytes apart into the lines of a text format; every line ends in a newline.
struct TextLines {
  /// What was not taken yet.
  private(set) var rest: ArraySlice<UInt8>

  /// The most bytes any text here may have; beyond it, nothing is looked at.
  static let byteCountMax = 1 << 20

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Takes the bytes of a whole text.
  ///
  /// - Throws: ``TransparencyError`` with code `tooLong`.
  init(limited bytes: [UInt8]) throws(TransparencyError) {
    guard bytes.count <= Self.byteCountMax else {
      throw TransparencyError(.tooLong, "a text has at most \(Self.byteCountMax) bytes, not \(bytes.count)")
    }
    rest = bytes[...]
  }

  /// The next line without its newline, or `nil` when no newline follows.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: newline) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  /// The lines up to the next empty one, which is taken too; `nil` without an empty line or with more than `countMax`.
  mutating func untilEmptyLine(countMax: Int) -> [ArraySlice<UInt8>]? {
    var lines: [ArraySlice<UInt8>] = []
    while let line = next() {
      if line.isEmpty { return lines }
      if lines.count == countMax { return nil }
      lines.append(line)
    }
    return nil
  }
}

let newline = UInt8(ascii: "\n")

extension ArraySlice<UInt8> {
  /// What follows the given beginning, or `nil` where the bytes begin otherwise.
  func removing(prefix: String) -> ArraySlice<UInt8>? {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
  }
}

extension [UInt8] {
  /// Appends text and a newline.
  mutating func append(line: String) {
    append(contentsOf: line.utf8)
    append(newline)
  }
}
