/// The block before a file in a tar archive (POSIX.1-1988 *ustar*): a file of mode 0644 of nobody's from no time.
struct TarHeader {
  static let byteCount = 512
  private static let pathByteCountMax = 100
  private static let fileByteCountMax = 1 << 33 - 1

  let bytes: [UInt8]

  /// `nil` where the path or size cannot be written.
  init?(_ file: Archive.File) {
    let path = Array(file.path.utf8)
    guard (1...Self.pathByteCountMax).contains(path.count), path.allSatisfy({ (0x21...0x7E).contains($0) }),
      file.bytes.count <= Self.fileByteCountMax
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Self.byteCount)
    bytes.replaceSubrange(0..<path.count, with: path)
    for (offset, text) in [
      (100, "0000644"), (108, "0000000"), (116, "0000000"), (124, Self.octal(file.bytes.count, digits: 11)),
      (136, "00000000000"), (148, "        "), (156, "0"), (257, "ustar\u{0}00"),
    ] { bytes.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8) }
    // The checksum is counted with blanks in its own place.
    let sum = bytes.reduce(0) { $0 + Int($1) }
    bytes.replaceSubrange(148..<155, with: Array("\(Self.octal(sum, digits: 6))\u{0}".utf8))
    self.bytes = bytes
  }

  /// The path and size a block names; whether it is written like that is for the caller to compare.
  static func read(_ block: ArraySlice<UInt8>) -> (path: String, byteCount: Int)? {
    guard block.count == byteCount else { return nil }
    let path = block.prefix(pathByteCountMax).prefix { $0 != 0 }
    var count = 0
    for digit in block.dropFirst(124).prefix(11) {
      guard (0x30...0x37).contains(digit) else { return nil }
      count = count << 3 | Int(digit - 0x30)
    }
    return (String(decoding: path, as: UTF8.self), count)
  }

  /// How many zeros follow so many bytes up to the next block.
  static func padding(_ count: Int) -> Int { (byteCount - count % byteCount) % byteCount }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
