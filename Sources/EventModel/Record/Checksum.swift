import CCRC32C

/// The checksum of stored records: CRC-32C, in hardware where the processor has it.
public enum Checksum {
  /// The CRC-32C of the position's eight bytes, little-endian, followed by `bytes`.
  ///
  /// LMDB checks no pages, so a flipped bit or a record that stands in another's place would come back as good data; tied to
  /// the position, neither does. It finds accidents only: the proof against people is the tree's hash.
  public static func crc32c(_ bytes: RawSpan, position: UInt64) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe ccrc32c_tied(position.littleEndian, $0.baseAddress, $0.count) }
  }

  /// The CRC-32C of the bytes alone, for the published test vectors.
  static func plain(_ bytes: RawSpan) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe ccrc32c($0.baseAddress, $0.count) }
  }

  /// The same without hardware: what machines without the instruction compute.
  static func byTable(_ bytes: RawSpan) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe ccrc32c_by_table($0.baseAddress, $0.count) }
  }
}
