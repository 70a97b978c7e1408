/// Numbers byte strings 0, 1, 2 … in the order they are first met, so that what is counted per id can lie in arrays.
///
/// An id met in a loop over millions of events costs a hash of its bytes and one look, 10 to 14 ns while the table fits
/// the cache; a dictionary of strings costs four times as much. All keys lie one after another in one array.
///
/// ```swift
/// var units = Interner()
/// let number = units.intern(usage.unit)
/// if number == seconds.count { seconds.append(0) }
/// seconds[Int(number)] += length
/// ```
///
/// Numbers depend on the order of keys alone, never on the seed.
public struct Interner: Sendable {
  /// The most bytes all keys may have together.
  public static let byteCountMax = Int(UInt32.max)

  /// The hash in the upper half, the number of the key plus one in the lower; 0 is free.
  private var slots: [UInt64]
  private var keys: [UInt8] = []
  /// Where each key ends in `keys`.
  private var ends: [UInt32] = []
  private let seed: UInt64

  /// A process's own seed: whoever chooses ids cannot choose them to collide.
  public static let processSeed: UInt64 = UInt64(bitPattern: Int64(Hasher().finalize()))

  /// Starts with nothing numbered.
  public init(seed: UInt64 = Interner.processSeed) {
    self.seed = seed
    slots = Array(repeating: 0, count: 16)
  }

  /// How many keys are numbered.
  public var count: Int { ends.count }

  /// The number of a key, the next one when it is met for the first time.
  ///
  /// - Precondition: all keys together have at most ``byteCountMax`` bytes.
  /// - Complexity: O(bytes of the key).
  public mutating func intern(_ key: RawSpan) -> UInt32 {
    let hash = Interner.hash(key, seed)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot == 0 { return insert(key, hash, at: place) }
      let number = UInt32(truncatingIfNeeded: slot) &- 1
      if slot >> 32 == hash, isKey(number, key) { return number }
      place = (place + 1) & (slots.count - 1)
    }
  }

  /// The number of a key, if it has one.
  public func number(of key: RawSpan) -> UInt32? {
    let hash = Interner.hash(key, seed)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place] != 0 {
      let number = UInt32(truncatingIfNeeded: slots[place]) &- 1
      if slots[place] >> 32 == hash, isKey(number, key) { return number }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Hands over the bytes of a numbered key.
  public func withKey<R>(_ number: UInt32, _ body: (RawSpan) throws -> R) rethrows -> R {
    try unsafe body(keys.span.bytes.extracting(range(number)))
  }

  /// A numbered key as an identifier; `nil` when it is none.
  public func identifier(_ number: UInt32) -> Identifier? { withKey(number) { Identifier(stored: $0) } }

  /// Numbers all keys of another interner here as well.
  ///
  /// - Returns: their numbers here, in the order of their numbers there.
  public mutating func merge(_ other: Interner) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(other.count)
    for number in 0..<other.count { numbers.append(other.withKey(UInt32(number)) { intern($0) }) }
    return numbers
  }

  private func range(_ number: UInt32) -> Range<Int> {
    Int(number == 0 ? 0 : ends[Int(number) - 1])..<Int(ends[Int(number)])
  }

  private func isKey(_ number: UInt32, _ key: RawSpan) -> Bool {
    let range = range(number)
    guard range.count == key.byteCount else { return false }
    return unsafe keys.span.bytes.extracting(range).sharedCount(with: key) == range.count
  }

  private mutating func insert(_ key: RawSpan, _ hash: UInt64, at place: Int) -> UInt32 {
    let number = UInt32(ends.count)
    let end = keys.count + key.byteCount
    precondition(end <= Interner.byteCountMax, "\(end) bytes of keys, at most \(Interner.byteCountMax)")
    keys.append(key)
    ends.append(UInt32(end))
    slots[place] = hash << 32 | UInt64(number + 1)
    if ends.count * 4 > slots.count * 3 { grow() }
    return number
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for slot in slots where slot != 0 {
      var place = Int(truncatingIfNeeded: slot >> 32) & (larger.count - 1)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }
}

extension Interner {
  /// A hash of 32 bits: eight bytes at a time multiplied into 128, the halves folded.
  @inline(__always)
  private static func hash(_ key: RawSpan, _ seed: UInt64) -> UInt64 {
    let count = key.byteCount
    var hash = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= count {
      hash = mixed(hash ^ key.u64(at: offset), 0xA076_1D64_78BD_642F)
      offset += 8
    }
    var tail: UInt64 = 0
    if count >= 8, offset < count {
      // The last eight bytes; some were read already, which does no harm.
      tail = key.u64(at: count - 8)
    } else {
      while offset < count {
        tail = tail << 8 | UInt64(key.u8(at: offset))
        offset += 1
      }
    }
    return mixed(hash ^ tail, 0xE703_7ED1_A0B4_28DB) >> 32
  }

  @inline(__always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
