/// A ratio in basis points, 0 to 10,000, which is the whole.
public struct Ratio: Sendable, Hashable {
  /// The legal values.
  public static let range: ClosedRange<Int64> = 0...10_000

  /// How many basis points (1/10,000).
  public let value: Int64

  /// Takes a ratio within the range.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange`.
  public init(_ value: Int64) throws(ValueError) {
    self.value = try CheckedRange.number(value, in: Self.range, unit: "basis points")
  }
}

extension Ratio: Comparable, CustomStringConvertible {
  /// Orders by value.
  public static func < (left: Ratio, right: Ratio) -> Bool { left.value < right.value }

  /// The basis points in digits.
  public var description: String { String(value) }
}

extension Ratio: FieldValue {
  /// Writes a CBOR integer, in basis points.
  public func encode(to writer: inout CBORWriter) { writer.int(value) }

  /// Reads a CBOR integer, in basis points.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (number) throws(ValueError) in try Ratio(number) }
  }

  /// Writes a JSON integer, in basis points.
  public func write(to writer: inout JSONWriter) { writer.int(value) }

  /// Reads a JSON integer, in basis points.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (number) throws(ValueError) in try Ratio(number) }
  }
}
