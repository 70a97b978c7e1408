internal import Crypto

extension ContentHash {
  /// The SHA-256 of bytes (FIPS 180-4).
  public init(hashing bytes: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    self.init(checked: String(decoding: text, as: UTF8.self))
  }
}
