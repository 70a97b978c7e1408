/// Unified social credit codes for bodies that do not exist: well formed, with a fitting check character.
enum DemoUnitCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// A code of a registering department and kind (such as `12` for public institutions), the administrative division
  /// 500000 and a number.
  static func code(_ kind: String, _ number: Int) -> String {
    var bytes = Array((kind + "500000").utf8)
    // Nine characters of the organisation, whose first letters say that nobody has it.
    bytes += Array("DEM".utf8)
    var digits: [UInt8] = []
    var rest = number
    for _ in 0..<6 {
      digits.append(UInt8(0x30 + rest % 10))
      rest /= 10
    }
    bytes += digits.reversed()
    return String(decoding: bytes + [check(bytes)], as: UTF8.self)
  }

  /// The check character of 17 others (GB 32100-2015).
  private static func check(_ bytes: [UInt8]) -> UInt8 {
    var (sum, weight) = (0, 1)
    for byte in bytes {
      sum += (alphabet.firstIndex(of: byte) ?? 0) * weight
      weight = weight * 3 % alphabet.count
    }
    return alphabet[(alphabet.count - sum % alphabet.count) % alphabet.count]
  }
}
