/// What a record needs around its CBOR.
extension CBORWriter {
  /// Appends the fixed part.
  mutating func header(_ header: RecordHeader) {
    let words = header.words
    // Array's storage is contiguous, so five words are 40 bytes in order.
    let little: [5 of UInt64] = [
      words.0.littleEndian, words.1.littleEndian, words.2.littleEndian, words.3.littleEndian, words.4.littleEndian,
    ]
    unsafe little.span.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends the text's UTF-8 without a head.
  mutating func raw(_ text: String) {
    bytes.append(PackedBytes(), then: text, text.utf8.count)
  }

  /// Overwrites four bytes, little-endian.
  mutating func patch(_ number: UInt32, at offset: Int) {
    unsafe bytes.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt32.self)
    }
  }
}
