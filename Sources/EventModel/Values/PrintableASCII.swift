/// Text of printable ASCII without blanks, 0x21…0x7E: what every kind of identifier is made of.
///
/// Up to 16 bytes, which most ids are, are held in place as two numbers: nothing to allocate, count or free, and one
/// look at a number compares or hashes eight characters. Longer texts are strings. Order is by bytes.
struct PrintableASCII: Sendable {
  /// The most bytes held in place.
  static let shortByteCountMax = 16

  /// The bytes from the highest down, zeros after the last; no text holds a zero, so the numbers tell the length.
  enum Form: Sendable {
    case short(UInt64, UInt64)
    /// More than ``shortByteCountMax`` bytes: a text has one form only.
    case long(String)
  }

  let form: Form

  /// The text these stored bytes are if they are printable ASCII and their number is allowed, or `nil`.
  @inline(__always)
  init?(stored bytes: RawSpan, byteCountMax: Int) {
    guard bytes.byteCount > 0, bytes.byteCount <= byteCountMax, bytes.isASCII(from: 0x21) else { return nil }
    self.init(checked: bytes)
  }

  /// Checks `0x21…0x7E` and `1…byteCountMax`, and copies the text.
  init(_ utf8: UTF8Span, byteCountMax: Int) throws(ValueError) {
    let bytes = utf8.span
    if bytes.isEmpty { throw ValueError(.empty, utf8: utf8, message: "is empty") }
    if bytes.count > byteCountMax {
      throw ValueError(.tooLong, utf8: utf8, message: "is longer than \(byteCountMax) characters")
    }
    for index in bytes.indices where bytes[index] &- 0x21 > 0x7E - 0x21 {
      throw ValueError(
        .illegalCharacter, utf8: utf8,
        message: bytes[index] == 0x20
          ? "holds a blank" : "holds a character other than printable ASCII")
    }
    unsafe self.init(checked: bytes.bytes)
  }

  /// Takes bytes known to be such a text.
  @inline(__always)
  init(checked bytes: RawSpan) {
    if bytes.byteCount <= Self.shortByteCountMax {
      let (first, second) = bytes.words
      form = .short(first, second)
    } else {
      form = .long(String(ascii: bytes))
    }
  }

  /// The number of bytes, which are characters.
  @inline(__always)
  var byteCount: Int {
    switch form {
    case .short(let first, let second): Self.byteCount(first, second)
    case .long(let text): text.utf8.count
    }
  }

  @inline(__always)
  static func byteCount(_ first: UInt64, _ second: UInt64) -> Int {
    second == 0 ? 8 - first.trailingZeroBitCount / 8 : 16 - second.trailingZeroBitCount / 8
  }

  /// The text as a string, made anew when it is short.
  var text: String {
    switch form {
    case .short(let first, let second):
      let words: [2 of UInt64] = [first.bigEndian, second.bigEndian]
      let bytes = unsafe words.span.bytes
      return String(ascii: bytes.extracting(first: Self.byteCount(first, second)))
    case .long(let text): return text
    }
  }
}

extension PrintableASCII: Hashable, Comparable {
  static func == (left: PrintableASCII, right: PrintableASCII) -> Bool {
    switch (left.form, right.form) {
    case (.short(let left, let leftRest), .short(let right, let rightRest)): left == right && leftRest == rightRest
    case (.long(let left), .long(let right)): left == right
    default: false
    }
  }

  static func < (left: PrintableASCII, right: PrintableASCII) -> Bool {
    switch (left.form, right.form) {
    case (.short(let left, let leftRest), .short(let right, let rightRest)): (left, leftRest) < (right, rightRest)
    default: left.text < right.text
    }
  }

  /// A number that is mostly another for another text.
  var fingerprint: UInt64 {
    func mixed(_ word: UInt64) -> UInt64 {
      let (high, low) = word.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
      return high ^ low
    }
    switch form {
    case .short(let first, let second): return mixed(mixed(first ^ 0xcbf2_9ce4_8422_2325) ^ second)
    case .long(let text): return text.utf8.reduce(0xcbf2_9ce4_8422_2325) { mixed($0 ^ UInt64($1)) }
    }
  }

  func hash(into hasher: inout Hasher) {
    switch form {
    case .short(let first, let second):
      hasher.combine(first)
      hasher.combine(second)
    case .long(let text): hasher.combine(text)
    }
  }
}

extension [UInt8] {
  /// Appends an identifier's bytes.
  package mutating func append(_ id: Identifier) { append(id.ascii) }

  /// Appends a source's bytes.
  package mutating func append(_ source: EventSource) { append(source.ascii) }

  private mutating func append(_ text: PrintableASCII) {
    switch text.form {
    case .short: append(capacity: PrintableASCII.shortByteCountMax) { $0.store(text) }
    case .long(let string): append(contentsOf: string.utf8)
    }
  }
}

extension RawSpan {
  /// At most 16 bytes as two numbers, filled from the highest byte down, zeros after the last.
  @inline(__always)
  fileprivate var words: (UInt64, UInt64) {
    let count = byteCount
    if count >= 8 {
      // The last eight bytes overlap the first; what is shifted out has been read already.
      let last = word(at: count - 8, as: UInt64.self)
      return (word(at: 0, as: UInt64.self), last << UInt64(truncatingIfNeeded: 8 * (16 - count)))
    }
    if count >= 4 {
      // Where the two halves overlap they are equal.
      let first = UInt64(word(at: 0, as: UInt32.self)) &<< 32
      return (first | UInt64(word(at: count - 4, as: UInt32.self)) &<< UInt64(truncatingIfNeeded: 8 * (8 - count)), 0)
    }
    var first: UInt64 = 0
    for offset in 0..<count {
      first |= UInt64(word(at: offset, as: UInt8.self)) &<< UInt64(truncatingIfNeeded: 56 - 8 * offset)
    }
    return (first, 0)
  }

  @inline(__always)
  private func word<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
    unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: type).bigEndian
  }
}
