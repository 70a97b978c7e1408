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
  @inline(__always)
  init(ascii bytes: RawSpan) {
    self = unsafe String(copying: UTF8Span(unchecked: bytes.octets, isKnownASCII: true))
  }
}

extension RawSpan {
  /// Whether every byte lies in `least…0x7E`; `least` is at least 0x20.
  ///
  /// Eight bytes at a time: adding 0x80 − least sets the top bit of every byte that is large enough, adding one sets it
  /// of 0x7F, and no sum of bytes below 0x80 carries into the next.
  @inline(__always)
  func isASCII(from least: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101, tops = ones << 7
    let raise = ones &* UInt64(0x80 - least)
    var good = tops
    var bad: UInt64 = 0
    var offset = 0
    while byteCount - offset >= 8 {
      let word = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let low = word & ~tops
      bad |= word | (low &+ ones)
      good &= low &+ raise
      offset += 8
    }
    while offset < byteCount {
      let byte = unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      if byte < least || byte > 0x7E { return false }
      offset += 1
    }
    return (bad & tops) == 0 && (good & tops) == tops
  }
}

extension Identifier {
  /// The identifier these stored bytes are, or `nil`.
  @inline(__always)
  init?(stored bytes: RawSpan) {
    guard let text = String(printableASCII: bytes, byteCountMax: Self.byteCountMax) else { return nil }
    self.init(unchecked: text)
  }
}

extension EventSource {
  /// The source these stored bytes are, or `nil`.
  @inline(__always)
  init?(stored bytes: RawSpan) {
    guard let text = String(printableASCII: bytes, byteCountMax: Self.byteCountMax) else { return nil }
    self.init(unchecked: text)
  }
}

extension Text {
  /// The text these stored bytes are, or `nil`; quick for printable ASCII, the general way for the rest.
  @inline(__always)
  init?(stored bytes: RawSpan) {
    if bytes.byteCount > 0, bytes.byteCount <= Self.scalarCountMax, bytes.isASCII(from: 0x20) {
      self.init(unchecked: String(ascii: bytes))
    } else {
      guard let utf8 = try? UTF8Span(validating: bytes.octets), let text = try? Text(utf8: utf8) else { return nil }
      self = text
    }
  }
}
