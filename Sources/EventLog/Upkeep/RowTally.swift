import EventModel

/// What a set of rows comes to, in whatever order they are added: one number in place of a sort.
///
/// Each row is a number modulo p = 2^61 − 1, a sum of its words times secret factors; a set is the product of these, each
/// moved by a secret number (Schwartz, JACM 27(4), 1980). Two rows that differ are the same number with probability 1/p, and
/// two sets of n rows that differ come to the same with at most (n + 1)/p. With 32 rows an event the largest
/// run has 2^23: whoever altered rows before the secret was drawn escapes with a probability of 2^−38, whatever he computed.
struct RowTally: Sendable, Equatable {
  private(set) var product: UInt64 = 1

  /// Adds a row.
  ///
  /// - Precondition: key and value are not longer than ``TallyKey`` has factors for.
  mutating func add(_ table: DerivedTable, position: UInt64, key: RawSpan, value: RawSpan, _ secret: TallyKey) {
    let counts = UInt64(key.byteCount) << 8 | UInt64(value.byteCount) << 32
    var sum = TallySum(secret.factors.span)
    sum.add(UInt64(table.rawValue) | counts)
    sum.add(position)
    sum.add(key)
    sum.add(value)
    multiply(by: Residue.sum(sum.residue, secret.shift))
  }

  /// Adds all rows of another set.
  mutating func add(_ other: RowTally) { multiply(by: other.product) }

  private mutating func multiply(by factor: UInt64) {
    let (high, low) = product.multipliedFullWidth(by: factor)
    product = Residue.of(high, low)
  }
}

/// The secret of one audit's tallies; drawn anew for every audit and never kept.
package struct TallyKey: Sendable {
  /// The longest key of a row, and the longest value.
  static let keyCountMax = MergeQueue.keyCountMax
  static let valueCountMax = 128
  private static let factorCount = 2 + (keyCountMax + 6) / 7 + (valueCountMax + 6) / 7

  /// How many random bytes make a key.
  package static let byteCount = 8 * (factorCount + 1)

  let shift: UInt64
  let factors: [UInt64]

  /// Makes a key of random bytes.
  ///
  /// - Precondition: there are ``byteCount``.
  package init(random bytes: [UInt8]) {
    precondition(bytes.count == TallyKey.byteCount, "\(bytes.count) random bytes, not \(TallyKey.byteCount)")
    let numbers = stride(from: 0, to: bytes.count, by: 8).map { Residue.of(0, bytes.span.bytes.u64(at: $0)) }
    shift = numbers[0]
    factors = Array(numbers.dropFirst())
  }
}

/// The sum of a row's words, each times its factor; below 2^125, since a word has 56 bits and a factor 61.
private struct TallySum: ~Escapable {
  private let factors: Span<UInt64>
  private var (place, high, low): (Int, UInt64, UInt64) = (0, 0, 0)

  @_lifetime(copy factors)
  init(_ factors: Span<UInt64>) { self.factors = factors }

  var residue: UInt64 { Residue.of(high, low) }

  @inline(__always)
  mutating func add(_ word: UInt64) {
    let (upper, lower) = word.multipliedFullWidth(by: factors[place])
    let (sum, carry) = low.addingReportingOverflow(lower)
    low = sum
    high &+= upper &+ (carry ? 1 : 0)
    place += 1
  }

  /// Adds bytes, seven a word.
  @inline(__always)
  mutating func add(_ bytes: RawSpan) {
    let count = bytes.byteCount
    var offset = 0
    while offset + 8 <= count {
      add(bytes.u64(at: offset) & 0x00FF_FFFF_FFFF_FFFF)
      offset += 7
    }
    guard offset < count else { return }
    if count >= 8 { return add(bytes.u64(at: count - 8) >> UInt64(8 * (8 - (count - offset)))) }
    var word: UInt64 = 0
    while offset < count {
      word = word << 8 | UInt64(bytes.u8(at: offset))
      offset += 1
    }
    add(word)
  }
}

/// Numbers modulo 2^61 − 1.
private enum Residue {
  static let modulus: UInt64 = 1 << 61 - 1

  /// The residue of a number of 128 bits.
  @inline(__always)
  static func of(_ high: UInt64, _ low: UInt64) -> UInt64 {
    let middle = (high & (1 << 58 - 1)) << 3 | low >> 61
    let sum = (low & modulus) + middle + high >> 58
    return reduced((sum & modulus) + sum >> 61)
  }

  @inline(__always)
  static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 { reduced(left + right) }

  @inline(__always)
  private static func reduced(_ number: UInt64) -> UInt64 { number >= modulus ? number - modulus : number }
}
