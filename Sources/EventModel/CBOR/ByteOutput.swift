/// A place in a buffer with room for what is about to be written; the one spot where encoded bytes are stored.
///
/// Whoever makes one has asked for enough capacity: a head takes at most nine bytes, a key at most five, a text its own
/// length. Debug builds check every store against the buffer.
@safe struct ByteOutput {
  private let buffer: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  @inline(__always)
  init(_ buffer: UnsafeMutableRawBufferPointer) { unsafe self.buffer = buffer }

  @inline(__always)
  mutating func store<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    unsafe buffer.storeBytes(of: number, toByteOffset: count, as: Number.self)
    count += MemoryLayout<Number>.size
  }

  /// Stores a text's UTF-8; `length` is its number of bytes.
  @inline(__always)
  mutating func store(_ text: String, length: Int) {
    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
    _ = unsafe rest.bindMemory(to: UInt8.self).initialize(from: text.utf8)
    count += length
  }

  /// Stores a text's bytes; needs room for ``PrintableASCII/shortByteCountMax`` even when there are fewer.
  @inline(__always)
  mutating func store(_ text: PrintableASCII) {
    switch text.form {
    case .short(let first, let second):
      let start = count
      store(first.bigEndian)
      store(second.bigEndian)
      count = start + PrintableASCII.byteCount(first, second)
    case .long(let string): store(string, length: string.utf8.count)
    }
  }

  /// Stores a head in its shortest form.
  @inline(__always)
  mutating func head(_ kind: CBORKind, _ argument: UInt64) {
    if argument < 24 {
      store(kind.rawValue | UInt8(truncatingIfNeeded: argument))
    } else if argument <= 0xFF {
      store(kind.rawValue | 24)
      store(UInt8(truncatingIfNeeded: argument))
    } else if argument <= 0xFFFF {
      store(kind.rawValue | 25)
      store(UInt16(truncatingIfNeeded: argument).bigEndian)
    } else if argument <= 0xFFFF_FFFF {
      store(kind.rawValue | 26)
      store(UInt32(truncatingIfNeeded: argument).bigEndian)
    } else {
      store(kind.rawValue | 27)
      store(argument.bigEndian)
    }
  }
}

extension [UInt8] {
  /// Appends what `body` stores, at most `capacity` bytes, with one growth check.
  @inline(__always)
  mutating func append(capacity: Int, _ body: (inout ByteOutput) -> Void) {
    append(addingCapacity: capacity) { (out: inout OutputSpan<UInt8>) in
      unsafe out.withUnsafeMutableBufferPointer { (buffer, count) in
        var output = unsafe ByteOutput(
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
        body(&output)
        count += output.count
      }
    }
  }
}
