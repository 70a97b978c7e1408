/// A SHA-256 hash in a tree: of a leaf, of an inner node or of the whole.
///
/// The 32 bytes are kept in place, in four words, so that a list of hashes is one block of memory.
public struct TreeHash: Sendable, Hashable {
  /// The number of bytes.
  public static let byteCount = 32

  // The bytes in the order of memory, eight a word; the words' values mean nothing.
  let word0, word1, word2, word3: UInt64

  /// Takes the bytes of a hash.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedHash` unless there are exactly 32.
  public init(_ bytes: RawSpan) throws(TransparencyError) {
    guard bytes.byteCount == Self.byteCount else {
      throw TransparencyError(.malformedHash, "a hash has 32 bytes, not \(bytes.byteCount)")
    }
    unsafe self.init(checked: bytes)
  }

  init(_ bytes: ArraySlice<UInt8>) throws(TransparencyError) {
    try self.init(unsafe bytes.span.bytes)
  }

  /// - Precondition: there are 32 bytes.
  @unsafe init(checked bytes: RawSpan) {
    word0 = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
    word1 = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self)
    word2 = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 16, as: UInt64.self)
    word3 = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 24, as: UInt64.self)
  }

  /// Lends the 32 bytes, with no copy.
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withUnsafeBytes(of: self) { (bytes) throws(Failure) in
      try body(unsafe RawSpan(_unsafeBytes: bytes))
    }
  }

  /// A copy of the 32 bytes.
  public var bytes: [UInt8] { unsafe withUnsafeBytes(of: self) { unsafe [UInt8]($0) } }

  /// The first four bytes as a big-endian number, from which note keys take their ids.
  var prefix: UInt32 { UInt32(truncatingIfNeeded: UInt64(bigEndian: word0) >> 32) }
}
