extension Bool: FieldValue {
  /// Writes CBOR true or false.
  public func encode(to writer: inout CBORWriter) { writer.bool(self) }

  /// Reads CBOR true or false.
  public init(from reader: inout CBORReader) throws(CodecError) { self = try reader.bool() }

  /// Writes JSON true or false.
  public func write(to writer: inout JSONWriter) { writer.bool(self) }

  /// Reads JSON true or false.
  public init(from reader: inout JSONReader) throws(InputError) { self = try reader.bool() }
}

/// A nullable field: null is a value, not an absence.
extension Optional: FieldValue where Wrapped: FieldValue {
  /// Writes the value or CBOR null.
  public func encode(to writer: inout CBORWriter) {
    if let self { self.encode(to: &writer) } else { writer.null() }
  }

  /// Reads the value or CBOR null.
  public init(from reader: inout CBORReader) throws(CodecError) {
    if reader.isNull {
      try reader.null()
      self = nil
    } else {
      self = try Wrapped(from: &reader)
    }
  }

  /// Writes the value or JSON null.
  public func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }

  /// Reads the value or JSON null.
  public init(from reader: inout JSONReader) throws(InputError) {
    if reader.peek() == .null {
      try reader.null()
      self = nil
    } else {
      self = try Wrapped(from: &reader)
    }
  }
}

/// A list: at most ``FieldLimits/listCountMax`` items when read.
extension Array: FieldValue where Element: FieldValue {
  /// Writes a CBOR array.
  public func encode(to writer: inout CBORWriter) {
    writer.array(count: count)
    for item in self { item.encode(to: &writer) }
  }

  /// Reads a CBOR array.
  public init(from reader: inout CBORReader) throws(CodecError) {
    let start = reader.offset
    let count = try reader.arrayCount()
    guard count <= FieldLimits.listCountMax else { throw CodecError(.tooLong, at: start) }
    self.init()
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }

  /// Writes a JSON array.
  public func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for item in self { item.write(to: &writer) }
    writer.endArray()
  }

  /// Reads a JSON array.
  public init(from reader: inout JSONReader) throws(InputError) {
    self.init()
    try reader.beginArray()
    while try reader.nextElement() {
      guard count < FieldLimits.listCountMax else {
        throw reader.invalid(
          ValueError(
            .tooLong, number: Int64(FieldLimits.listCountMax) + 1,
            message: "items or more; a list holds at most \(FieldLimits.listCountMax)"))
      }
      append(try Element(from: &reader))
    }
  }
}
