extension RawSpan {
  /// The byte at an offset.
  @inlinable
  package func u8(at offset: Int) -> UInt8 { unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self) }

  /// The little-endian number at an offset.
  @inlinable
  package func u16(at offset: Int) -> UInt16 {
    UInt16(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// The little-endian number at an offset.
  @inlinable
  package func u32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The little-endian number at an offset.
  @inlinable
  package func u64(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The big-endian number at an offset, as in keys.
  @inlinable
  package func u64BigEndian(at offset: Int) -> UInt64 {
    UInt64(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether these bytes come before others in the order of keys: byte by byte, the shorter first.
  @inlinable
  package func isOrderedBefore(_ other: RawSpan) -> Bool {
    let shared = Swift.min(byteCount, other.byteCount)
    var offset = 0
    while offset + 8 <= shared {
      let (left, right) = (u64BigEndian(at: offset), other.u64BigEndian(at: offset))
      if left != right { return left < right }
      offset += 8
    }
    while offset < shared {
      let (left, right) = (u8(at: offset), other.u8(at: offset))
      if left != right { return left < right }
      offset += 1
    }
    return byteCount < other.byteCount
  }
}

extension RawSpan {
  /// Less than 0 when these bytes come before others in the order of keys, 0 when they are the same, else more.
  @inlinable
  package func order(to other: RawSpan) -> Int {
    let shared = sharedCount(with: other)
    guard shared < byteCount, shared < other.byteCount else { return byteCount - other.byteCount }
    return Int(u8(at: shared)) - Int(other.u8(at: shared))
  }

  /// How many bytes both begin with alike.
  @inlinable
  package func sharedCount(with other: RawSpan) -> Int {
    let count = Swift.min(byteCount, other.byteCount)
    var offset = 0
    while offset + 8 <= count {
      let difference = u64(at: offset) ^ other.u64(at: offset)
      if difference != 0 { return offset + difference.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < count, u8(at: offset) == other.u8(at: offset) { offset += 1 }
    return offset
  }
}

extension [UInt8] {
  /// A copy of bytes.
  @inlinable
  package init(_ bytes: RawSpan) {
    self = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
  }

  /// Appends a copy of bytes.
  @inlinable
  package mutating func append(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { unsafe append(contentsOf: $0) }
  }

  /// Overwrites the bytes from an offset on with others.
  ///
  /// - Precondition: there are as many.
  @inlinable
  package mutating func replace(from offset: Int, with bytes: RawSpan) {
    precondition(offset >= 0 && offset + bytes.byteCount <= count, "\(bytes.byteCount) bytes at \(offset) of \(count)")
    unsafe bytes.withUnsafeBytes { source in
      unsafe withUnsafeMutableBytes { target in
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[offset...]).copyMemory(from: source)
      }
    }
  }

  /// Appends the bytes of a number, least significant first.
  @inlinable
  package mutating func append(littleEndian number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Appends the bytes of a number, most significant first, so that keys sort as numbers do.
  @inlinable
  package mutating func append(bigEndian number: some FixedWidthInteger) {
    for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
