/// What kind of value comes next, told by its first character alone.
public enum JSONKind: Sendable, Hashable {
  /// `{`
  case object
  /// `[`
  case array
  /// `"`
  case string
  /// A digit or a minus sign.
  case number
  /// `true` or `false`
  case boolean
  /// `null`
  case null
  /// Nothing follows.
  case end
  /// No value begins so; reading one says why.
  case other

  /// The kind a byte begins.
  init(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): self = .object
    case UInt8(ascii: "["): self = .array
    case UInt8(ascii: "\""): self = .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean
    case UInt8(ascii: "n"): self = .null
    default: self = .other
    }
  }

  /// The kind with its article, for messages.
  var name: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    case .end: "nothing"
    case .other: "no value"
    }
  }
}
