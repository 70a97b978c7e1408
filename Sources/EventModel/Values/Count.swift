/// A number of things, 0 to 2^53 − 1.
public struct Count: Sendable, Hashable {
  /// The legal values.
  public static let range: ClosedRange<Int64> = 0...CheckedRange.integerMax

  /// How many.
  public let value: Int64

  /// Takes a number within the range.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange`.
  public init(_ value: Int64) throws(ValueError) {
    self.value = try CheckedRange.number(value, in: Self.range, unit: "things")
  }
}

extension Count: Comparable, CustomStringConvertible {
  /// Orders by value.
  public static func < (left: Count, right: Count) -> Bool { left.value < right.value }

  /// The number in digits.
  public var description: String { String(value) }
}

extension Count: FieldValue {
  /// Writes a CBOR integer, in things.
  public func encode(to writer: inout CBORWriter) { writer.int(value) }

  /// Reads a CBOR integer, in things.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (number) throws(ValueError) in try Count(number) }
  }

  /// Writes a JSON integer, in things.
  public func write(to writer: inout JSONWriter) { writer.int(value) }

  /// Reads a JSON integer, in things.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (number) throws(ValueError) in try Count(number) }
  }
}
