/// An enumeration of the schemas: a name in JSON, its place in the schema's list in stored bytes.
///
/// Lists grow at their end only, so a stored number keeps its meaning.
public protocol EnumerationValue: FieldValue, CaseIterable, RawRepresentable where RawValue == UInt8 {
  /// The name in JSON.
  var wireName: String { get }
}

extension EnumerationValue {
  /// Finds a case by its name in JSON; `nil` for any other name.
  public init?(wireName: String) {
    guard let value = Self.allCases.first(where: { $0.wireName == wireName }) else { return nil }
    self = value
  }

  /// Writes the place in the schema's list.
  public func encode(to writer: inout CBORWriter) { writer.int(Int64(rawValue)) }

  /// Reads the place in the schema's list.
  public init(from reader: inout CBORReader) throws(CodecError) {
    let start = reader.offset
    guard let number = UInt8(exactly: try reader.int()), let value = Self(rawValue: number) else {
      throw CodecError(.illegalValue, at: start)
    }
    self = value
  }

  /// Writes the name.
  public func write(to writer: inout JSONWriter) { writer.string(wireName) }

  /// Reads the name.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in
      let name = String(copying: utf8)
      guard let value = Self(wireName: name) else {
        let names = Self.allCases.map(\.wireName).joined(separator: ", ")
        throw ValueError(.unknownName, text: name, message: "is not one of \(names)")
      }
      return value
    }
  }
}

/// A number of the schemas with limits of its own.
public protocol IntegerValue: FieldValue, Comparable {
  /// The least and the greatest value.
  static var range: ClosedRange<Int64> { get }
  /// The number.
  var value: Int64 { get }
  /// Takes a number within ``range``.
  init(_ value: Int64) throws(ValueError)
}

extension IntegerValue {
  /// Orders by number.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  /// Writes an integer.
  public func encode(to writer: inout CBORWriter) { writer.int(value) }

  /// Reads an integer within ``range``.
  public init(from reader: inout CBORReader) throws(CodecError) {
    let start = reader.offset
    let number = try reader.int()
    guard let value = try? Self(number) else { throw CodecError(.illegalValue, at: start) }
    self = value
  }

  /// Writes an integer.
  public func write(to writer: inout JSONWriter) { writer.int(value) }

  /// Reads an integer within ``range``.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (number) throws(ValueError) in try Self(number) }
  }
}
