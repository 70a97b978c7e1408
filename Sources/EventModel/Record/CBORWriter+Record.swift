/// What a record needs around its CBOR.
extension CBORWriter {
  /// Appends the fixed part.
  mutating func header(_ header: RecordHeader) {
    var words = header.words
    words = (
      words.0.littleEndian, words.1.littleEndian, words.2.littleEndian, words.3.littleEndian, words.4.littleEndian
    )
    unsafe withUnsafeBytes(of: &words) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends the text's UTF-8 without a head.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Overwrites four bytes, little-endian.
  mutating func patch(_ number: UInt32, at offset: Int) {
    unsafe bytes.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt32.self)
    }
  }
}
