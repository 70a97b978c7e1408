/// The part of paths that tiles and entry bundles share: `x001/x234/067` and, where it is partial, `.p/<width>`.
enum TilePath {
  /// The most hashes or entries of one file.
  static let widthMax = 256
  /// The last file of the largest tree; with it, what is counted in hashes or entries cannot overflow.
  static let indexMax = TreeHead.sizeMax / UInt64(widthMax)

  static func text(index: UInt64, width: Int) -> String {
    var groups: [String] = []
    var rest = index
    repeat {
      groups.append((groups.isEmpty ? "" : "x") + String(String(1_000 + rest % 1_000).dropFirst()))
      rest /= 1_000
    } while rest > 0
    return groups.reversed().joined(separator: "/") + (width == widthMax ? "" : ".p/\(width)")
  }

  /// The index and width, or `nil` where the text has another form.
  static func read(_ text: Substring) -> (index: UInt64, width: Int)? {
    var path = text
    var width = widthMax
    if let partial = text.utf8.lastIndex(of: UInt8(ascii: ".")) {
      guard text[partial...].hasPrefix(".p/"), let number = Int(text[partial...].dropFirst(3)) else { return nil }
      (path, width) = (text[..<partial], number)
    }
    var index: UInt64 = 0
    for group in path.split(separator: "/", omittingEmptySubsequences: false) {
      guard let number = UInt64(group.hasPrefix("x") ? group.dropFirst() : group), number < 1_000,
        index <= indexMax / 1_000
      else { return nil }
      index = index * 1_000 + number
    }
    // Only the one spelling is right: signs, missing zeros and needless groups do not come back as they were.
    guard index <= indexMax, (1...widthMax).contains(width), self.text(index: index, width: width) == text else {
      return nil
    }
    return (index, width)
  }
}
