import EventModel

/// The key of the row at which a walk through a block stands.
struct KeyBuffer {
  private(set) var bytes: [UInt8] = [UInt8](repeating: 0, count: 128)
  private(set) var count = 0

  /// Keeps the first bytes and puts others behind them.
  mutating func replace(after shared: Int, with suffix: RawSpan) {
    count = shared + suffix.byteCount
    if count > bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: count)) }
    var place = shared
    for index in 0..<suffix.byteCount {
      bytes[place] = suffix.u8(at: index)
      place += 1
    }
  }

  /// The key.
  var span: RawSpan {
    @_lifetime(borrow self) get { bytes.span.bytes.extracting(0..<count) }
  }
}

/// A walk through the rows of a block.
struct BlockRows {
  /// Where the next row begins in the block.
  private(set) var offset = 2
  private var left: Int
  /// How many bytes of the key are those of the row before.
  private(set) var shared = 0
  /// Where the rest of the key lies in the block.
  private(set) var suffix = 0..<0
  /// The row's position.
  private(set) var position: UInt64 = 0
  /// Where the row's value lies in the block.
  private(set) var value = 0..<0

  /// A walk that is at its end.
  init() { left = 0 }

  /// Starts before the first row of a block's bytes without their checksum.
  init(_ block: RawSpan) { left = Int(block.u16(at: 0)) }

  /// Moves to the next row and completes its key; `false` behind the last.
  ///
  /// - Throws: ``LogDamage`` when the bytes are not rows of the run.
  mutating func next(_ block: RawSpan, _ run: RunName, _ key: inout KeyBuffer) throws(LogDamage) -> Bool {
    guard try next(block, run, keyCount: key.count) else { return false }
    key.replace(after: shared, with: block.extracting(suffix))
    return true
  }

  /// The same for a copy of the block.
  mutating func next(in block: [UInt8], _ run: RunName, keyCount: Int) throws(LogDamage) -> Bool {
    try next(block.span.bytes, run, keyCount: keyCount)
  }

  /// Moves to the next row; `false` behind the last. `keyCount` is the length of the key of the row before.
  mutating func next(_ block: RawSpan, _ run: RunName, keyCount: Int) throws(LogDamage) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    guard let shared = block.varint(at: &offset), offset < block.byteCount else { throw run.damage }
    let counts = block.u8(at: offset)
    offset += 1
    var (suffixCount, valueCount) = (UInt64(counts >> 4), UInt64(counts & 15))
    if suffixCount == 15 { suffixCount = block.varint(at: &offset) ?? .max }
    if valueCount == 15 { valueCount = block.varint(at: &offset) ?? .max }
    guard shared <= keyCount, suffixCount <= block.byteCount - offset else { throw run.damage }
    self.shared = Int(shared)
    suffix = offset..<offset + Int(suffixCount)
    offset = suffix.upperBound
    guard let distance = block.varint(at: &offset), distance <= run.last - run.first,
      valueCount <= block.byteCount - offset
    else { throw run.damage }
    position = run.first + distance
    value = offset..<offset + Int(valueCount)
    offset = value.upperBound
    return true
  }
}
