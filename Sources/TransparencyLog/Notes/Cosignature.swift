/// The bytes of Ed25519 cosignatures (C2SP tlog-cosignature).
enum Cosignature {
  /// What is signed: a header, the time and the whole text of the checkpoint.
  static func message(unixSeconds: UInt64, text: [UInt8]) -> [UInt8] {
    Array("cosignature/v1\ntime \(unixSeconds)\n".utf8) + text
  }

  /// What stands in the note behind the key id: the time in eight bytes, big-endian, and the signature.
  static func payload(unixSeconds: UInt64, signature: [UInt8]) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: unixSeconds >> (56 - 8 * $0)) } + signature
  }

  /// The parts of a payload, or `nil` where it is too short or its time beyond 2^63 − 1.
  static func parts(_ payload: ArraySlice<UInt8>) -> (unixSeconds: UInt64, signature: ArraySlice<UInt8>)? {
    guard payload.count > 8 else { return nil }
    let seconds = payload.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    return seconds <= UInt64(Int64.max) ? (seconds, payload.dropFirst(8)) : nil
  }
}
