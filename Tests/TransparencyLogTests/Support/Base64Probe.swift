@testable import TransparencyLog

/// The library's own base64, which is not public.
enum Base64Probe {
  static func encode(_ bytes: [UInt8]) -> String { Base64.encode(bytes) }
  static func decode(_ text: String) -> [UInt8]? { Base64.decode(ArraySlice(text.utf8)) }
}
