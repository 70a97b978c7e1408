/// What a record needs around its CBOR.
extension CBORWriter {
  /// Appends the fixed part and the parts of variable length, with one growth check for all.
  mutating func header(_ header: RecordHeader, _ event: Event) {
    bytes.append(capacity: RecordHeader.byteCount + 6 * 128) { output in
      output.store(header.words.0.littleEndian)
      output.store(header.words.1.littleEndian)
      output.store(header.words.2.littleEndian)
      output.store(header.words.3.littleEndian)
      output.store(header.words.4.littleEndian)
      output.store(event.id.ascii)
      output.store(event.source.ascii)
      output.store(event.actor.ascii)
      if let correlation = event.correlation { output.store(correlation.ascii) }
      if let causation = event.causation { output.store(causation.ascii) }
      if let signature = event.signature { output.store(signature.key.ascii) }
    }
    if let signature = event.signature { bytes += signature.bytes }
  }

  /// Overwrites four bytes, little-endian.
  mutating func patch(_ number: UInt32, at offset: Int) {
    unsafe bytes.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt32.self)
    }
  }
}
