/// A duration in whole seconds, 0 to 2^53 − 1.
public struct Seconds: Sendable, Hashable {
  /// The legal values.
  public static let range: ClosedRange<Int64> = 0...CheckedRange.integerMax

  /// How many seconds.
  public let value: Int64

  /// Takes a duration within the range.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange`.
  public init(_ value: Int64) throws(ValueError) {
    self.value = try CheckedRange.number(value, in: Self.range, unit: "seconds")
  }
}

extension Seconds: Comparable, CustomStringConvertible {
  /// Orders by value.
  public static func < (left: Seconds, right: Seconds) -> Bool { left.value < right.value }

  /// The duration in digits, in seconds.
  public var description: String { String(value) }
}

extension Seconds: FieldValue {
  /// Writes a CBOR integer, in seconds.
  public func encode(to writer: inout CBORWriter) { writer.int(value) }

  /// Reads a CBOR integer, in seconds.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (number) throws(ValueError) in try Seconds(number) }
  }

  /// Writes a JSON integer, in seconds.
  public func write(to writer: inout JSONWriter) { writer.int(value) }

  /// Reads a JSON integer, in seconds.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (number) throws(ValueError) in try Seconds(number) }
  }
}
