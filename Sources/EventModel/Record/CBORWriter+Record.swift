/// What a record needs around its CBOR.
extension CBORWriter {
  /// Appends the fixed part and the parts of variable length, with one growth check for all.
  mutating func header(_ header: RecordHeader, _ event: Event) {
    let (id, source, actor) = (event.id.text, event.source.text, event.actor.text)
    let (correlation, causation) = (event.correlation?.text, event.causation?.text)
    bytes.append(capacity: RecordHeader.byteCount + 5 * 128) { output in
      output.store(header.words.0.littleEndian)
      output.store(header.words.1.littleEndian)
      output.store(header.words.2.littleEndian)
      output.store(header.words.3.littleEndian)
      output.store(header.words.4.littleEndian)
      output.store(id, length: id.utf8.count)
      output.store(source, length: source.utf8.count)
      output.store(actor, length: actor.utf8.count)
      if let correlation { output.store(correlation, length: correlation.utf8.count) }
      if let causation { output.store(causation, length: causation.utf8.count) }
    }
  }

  /// Overwrites four bytes, little-endian.
  mutating func patch(_ number: UInt32, at offset: Int) {
    unsafe bytes.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: number.littleEndian, toByteOffset: offset, as: UInt32.self)
    }
  }
}
