internal import EventModel

/// The place of one subject in a key store: the key while there is one, and for ever what it was known by.
///
/// 256 bytes, so that two are a sector of a disk and none is torn: `u8` 1 live or 2 destroyed, `u8` length of the subject,
/// 64 bytes subject, 32 bytes key or zeros, 32 bytes fingerprint, zeros, and in the last four bytes CRC-32C over the
/// slot's number as eight bytes and the bytes before, little-endian.
struct KeySlot {
  static let byteCount = 256
  /// The slot before the first subject's: the name of the format.
  static let head = slot(Array("shareledger key store 1\n".utf8), number: 0)

  private static let contentByteCount = byteCount - 4
  private static let (live, destroyed) = (UInt8(1), UInt8(2))
  private static let keyOffset = 66
  private static let fingerprintOffset = 98
  private static let (keyByteCount, fingerprintByteCount) = (32, 32)

  let subject: Identifier
  /// `nil` once it is destroyed.
  var key: [UInt8]?
  /// Zeros when the store never had the key.
  var fingerprint: [UInt8]

  /// The slot of a subject whose key this store never had, kept so that it never gets one.
  static func fence(_ subject: Identifier) -> KeySlot {
    KeySlot(subject: subject, key: nil, fingerprint: [UInt8](repeating: 0, count: fingerprintByteCount))
  }

  /// The bytes at the number of the slot, counted from 1.
  func bytes(number: Int) -> [UInt8] {
    let name = Array(subject.text.utf8)
    var bytes = [key == nil ? Self.destroyed : Self.live, UInt8(name.count)] + name
    bytes += [UInt8](repeating: 0, count: Self.keyOffset - bytes.count)
    bytes += key ?? [UInt8](repeating: 0, count: Self.keyByteCount)
    bytes += fingerprint
    return Self.slot(bytes, number: number)
  }

  /// Reads the slot of a number; `nil` when the bytes are not one.
  init?(_ bytes: [UInt8], number: Int) {
    guard bytes.count == Self.byteCount, bytes[0] == Self.live || bytes[0] == Self.destroyed,
      bytes[1] <= Self.keyOffset - 2,
      let subject = try? Identifier(String(decoding: bytes[2..<2 + Int(bytes[1])], as: UTF8.self))
    else { return nil }
    let key = Array(bytes[Self.keyOffset..<Self.fingerprintOffset])
    self.init(
      subject: subject, key: bytes[0] == Self.live ? key : nil,
      fingerprint: Array(bytes[Self.fingerprintOffset..<Self.fingerprintOffset + Self.fingerprintByteCount]))
    guard self.bytes(number: number) == bytes else { return nil }
  }

  init(subject: Identifier, key: [UInt8]?, fingerprint: [UInt8]) {
    self.subject = subject
    self.key = key
    self.fingerprint = fingerprint
  }

  private static func slot(_ content: [UInt8], number: Int) -> [UInt8] {
    var bytes = content + [UInt8](repeating: 0, count: contentByteCount - content.count)
    let checksum = Checksum.crc32c(bytes.span.bytes, position: UInt64(number))
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: checksum >> shift)) }
    return bytes
  }
}
