/// Making strings of bytes whose characters are checked here, on the path every stored record takes.
///
/// The general way, validating UTF-8, checking, then copying, looks at every byte four times; ids are ASCII and texts
/// mostly, so one look is enough.
extension String {
  /// The text if all of `bytes` are printable ASCII without blanks, 0x21…0x7E, and their number is allowed.
  @inline(__always)
  init?(printableASCII bytes: RawSpan, byteCountMax: Int) {
    guard bytes.byteCount > 0, bytes.byteCount <= byteCountMax, bytes.isASCII(from: 0x21) else { return nil }
    self.init(ascii: bytes)
  }

  /// Copies bytes that are known to be ASCII.
  ///
  /// Two ways because the standard library's differ: up to 15 bytes live in the string itself, and filling them in place
  /// is quicker; more need storage, and a known encoding saves looking at them again.
  @inline(__always)
  init(ascii bytes: RawSpan) {
    if bytes.byteCount <= 15 {
      self = unsafe String(unsafeUninitializedCapacity: bytes.byteCount) { buffer in
        unsafe bytes.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
        return bytes.byteCount
      }
    } else {
      self = unsafe String(copying: UTF8Span(unchecked: bytes.octets, isKnownASCII: true))
    }
  }
}

extension RawSpan {
  /// Whether every byte lies in `least…0x7E`; `least` is at least 0x20.
  ///
  /// Eight bytes at a time, the last eight overlapping the ones before: no byte is looked at alone but in shorter spans.
  @inline(__always)
  func isASCII(from least: UInt8) -> Bool {
    var check = ASCIICheck(from: least)
    let count = byteCount
    if count >= 8 {
      var offset = 0
      while offset < count - 8 {
        check.add(unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      check.add(unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: count - 8, as: UInt64.self))
    } else if count >= 4 {
      let first = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)
      let last = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: count - 4, as: UInt32.self)
      check.add(UInt64(first) | UInt64(last) << 32)
    } else {
      for offset in 0..<count {
        let byte = unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
        check.add(UInt64(byte) &* ASCIICheck.ones)
      }
    }
    return check.isGood
  }
}

/// Compares eight bytes at once with the limits of printable ASCII.
///
/// Adding 0x80 − least sets the top bit of every byte that is large enough, adding one sets it of 0x7F, and no sum of
/// bytes below 0x80 carries into the next.
private struct ASCIICheck {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops = ones << 7

  private let raise: UInt64
  private var good = tops
  private var bad: UInt64 = 0

  @inline(__always)
  init(from least: UInt8) { raise = Self.ones &* UInt64(0x80 - least) }

  @inline(__always)
  mutating func add(_ word: UInt64) {
    let low = word & ~Self.tops
    bad |= word | (low &+ Self.ones)
    good &= low &+ raise
  }

  @inline(__always)
  var isGood: Bool { (bad & Self.tops) == 0 && (good & Self.tops) == Self.tops }
}

extension Text {
  /// The text these stored bytes are, or `nil`; quick for printable ASCII, the general way for the rest.
  @inline(__always)
  package init?(stored bytes: RawSpan) {
    if bytes.byteCount > 0, bytes.byteCount <= Self.scalarCountMax, bytes.isASCII(from: 0x20) {
      self.init(unchecked: String(ascii: bytes))
    } else {
      guard let utf8 = try? UTF8Span(validating: bytes.octets), let text = try? Text(utf8: utf8) else { return nil }
      self = text
    }
  }
}
