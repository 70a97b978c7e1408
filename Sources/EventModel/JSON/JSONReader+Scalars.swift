/// Integers, booleans and null.
extension JSONReader {
  /// Reads an integer of 64 bits.
  ///
  /// - Throws: ``InputError`` with rule `notInteger` for numbers JSON has but the ledger has not, such as `1.0`, `1e2`
  ///   and `-0`.
  public mutating func int() throws(InputError) -> Int64 {
    guard let first = skipBlanks() else { throw mismatch(.number) }
    let isNegative = first == UInt8(ascii: "-")
    var index = isNegative ? offset + 1 : offset
    let firstDigit = index
    // Negative numbers reach one further, so digits are gathered below zero.
    var number: Int64 = 0
    var overflow = false
    while index < bytes.count, case let digit = bytes[index] &- 0x30, digit <= 9 {
      let (product, over) = number.multipliedReportingOverflow(by: 10)
      let (sum, under) = product.subtractingReportingOverflow(Int64(digit))
      overflow = overflow || over || under
      number = sum
      index += 1
    }
    if index == firstDigit { throw isNegative ? syntaxError("is not a number") : mismatch(.number) }
    if index - firstDigit > 1, bytes[firstDigit] == UInt8(ascii: "0") {
      throw syntaxError("begins with a zero, which JSON does not allow")
    }
    try checkNumberEnd(at: index)
    if isNegative && number == 0 && !overflow { throw notInteger("is minus zero: write 0") }
    if overflow || !isNegative && number == .min { throw notInteger("does not fit in 64 bits") }
    offset = index
    return isNegative ? number : -number
  }

  /// Reads an integer and makes a value of it.
  @inline(__always)
  mutating func value<Value>(_ make: (Int64) throws(ValueError) -> Value) throws(InputError) -> Value {
    let number = try int()
    do throws(ValueError) { return try make(number) } catch { throw invalid(error) }
  }

  /// Reads `true` or `false`.
  public mutating func bool() throws(InputError) -> Bool {
    switch skipBlanks() {
    case UInt8(ascii: "t"):
      try word("true")
      return true
    case UInt8(ascii: "f"):
      try word("false")
      return false
    default: throw mismatch(.boolean)
    }
  }

  /// Reads `null`.
  public mutating func null() throws(InputError) {
    try expect(UInt8(ascii: "n"), .null)
    try word("null")
  }

  private mutating func word(_ word: StaticString) throws(InputError) {
    let count = word.utf8CodeUnitCount
    let expected = word.description.utf8
    guard offset + count <= bytes.count else { throw syntaxError("is not a value of JSON") }
    var index = offset
    for byte in expected {
      guard bytes[index] == byte else { throw syntaxError("is not a value of JSON") }
      index += 1
    }
    guard index == bytes.count || Self.endsToken(bytes[index]) else { throw syntaxError("is not a value of JSON") }
    offset = index
  }

  /// Refuses what may not follow the digits of an integer.
  @inline(__always)
  private func checkNumberEnd(at index: Int) throws(InputError) {
    if index == bytes.count || Self.endsToken(bytes[index]) { return }
    throw numberError(at: index)
  }

  /// Whether the byte ends a number or a word.
  static func endsToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
