/// An amount of money in fen, 1/100 yuan (CNY), within ±(2^53 − 1).
///
/// There are no operators: sums are checked and say when they leave the range. The range is what every JSON reader
/// keeps exactly (RFC 7493 §2.2).
public struct Fen: Sendable, Hashable {
  /// The legal amounts, in fen.
  public static let range: ClosedRange<Int64> = -CheckedRange.integerMax...CheckedRange.integerMax
  /// No money.
  public static let zero = Fen(unchecked: 0)

  /// How many fen; negative when owed or taken back.
  public let amount: Int64

  /// Takes an amount in fen.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange`.
  public init(_ amount: Int64) throws(ValueError) {
    self.amount = try CheckedRange.number(amount, in: Self.range, unit: "fen")
  }

  private init(unchecked amount: Int64) { self.amount = amount }

  /// The sum of two amounts.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange` when the sum leaves the range.
  public func adding(_ other: Fen) throws(ValueError) -> Fen {
    // Two amounts of 53 bits cannot overflow 64.
    try Fen(amount + other.amount)
  }

  /// The opposite amount; it always exists because the range is symmetric.
  public var negated: Fen { Fen(unchecked: -amount) }
}

extension Fen: Comparable, CustomStringConvertible {
  /// Orders by amount.
  public static func < (left: Fen, right: Fen) -> Bool { left.amount < right.amount }

  /// The number of fen in digits; the form for people lives with the faces.
  public var description: String { String(amount) }
}

extension Fen: FieldValue {
  /// Writes a CBOR integer, in fen.
  public func encode(to writer: inout CBORWriter) { writer.int(amount) }

  /// Reads a CBOR integer, in fen.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (number) throws(ValueError) in try Fen(number) }
  }

  /// Writes a JSON integer, in fen.
  public func write(to writer: inout JSONWriter) { writer.int(amount) }

  /// Reads a JSON integer, in fen.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (number) throws(ValueError) in try Fen(number) }
  }
}
