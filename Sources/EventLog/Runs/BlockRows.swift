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

  /// Takes a part of an array.
  mutating func set(_ all: [UInt8], _ part: Range<Int>) { replace(after: 0, with: all.span.bytes.extracting(part)) }

  /// The key.
  var span: RawSpan {
    @_lifetime(borrow self) get { bytes.span.bytes.extracting(0..<count) }
  }
}

/// A walk through the rows of a block.
struct BlockRows {
  private var offset = 2
  private var left: Int
  /// The row's position.
  private(set) var position: UInt64 = 0
  /// Where the row's value lies in the block.
  private(set) var value = 0..<0

  /// A walk that is at its end.
  init() { left = 0 }

  /// Starts before the first row of a block's bytes without their checksum.
  init(_ block: RawSpan) { left = Int(block.u16(at: 0)) }

  /// Moves to the next row; `false` behind the last.
  ///
  /// - Throws: ``LogDamage`` when the bytes are not rows of the run.
  mutating func next(_ block: RawSpan, _ run: RunName, _ key: inout KeyBuffer) throws(LogDamage) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    guard let shared = block.varint(at: &offset), offset < block.byteCount else { throw run.damage }
    let counts = block.u8(at: offset)
    offset += 1
    var (suffixCount, valueCount) = (UInt64(counts >> 4), UInt64(counts & 15))
    if suffixCount == 15 { suffixCount = block.varint(at: &offset) ?? .max }
    if valueCount == 15 { valueCount = block.varint(at: &offset) ?? .max }
    guard shared <= key.count, suffixCount <= block.byteCount - offset else { throw run.damage }
    let suffixEnd = offset + Int(suffixCount)
    key.replace(after: Int(shared), with: block.extracting(offset..<suffixEnd))
    offset = suffixEnd
    guard let distance = block.varint(at: &offset), distance <= run.last - run.first,
      valueCount <= block.byteCount - offset
    else { throw run.damage }
    position = run.first + distance
    value = offset..<offset + Int(valueCount)
    offset = value.upperBound
    return true
  }
}
