/// A place in the log as a field, as in evidence: an event or a position it names, never the place before the first.
extension Position: FieldValue {
  /// Writes a CBOR integer.
  public func encode(to writer: inout CBORWriter) { writer.int(Int64(clamping: number)) }

  /// Reads a CBOR integer from 1.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (number) throws(ValueError) in try Position(fieldNumber: number) }
  }

  /// Writes a JSON integer.
  public func write(to writer: inout JSONWriter) { writer.int(Int64(clamping: number)) }

  /// Reads a JSON integer from 1.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (number) throws(ValueError) in try Position(fieldNumber: number) }
  }

  private init(fieldNumber number: Int64) throws(ValueError) {
    self.init(UInt64(try CheckedRange.number(number, in: 1...CheckedRange.integerMax, unit: "as a position")))
  }
}
