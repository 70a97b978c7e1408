/// One member of a JSON object.
struct JSONMember {
  let name: String
  let value: JSONTree
}

/// JSON with members in the order of the file, which Foundation's reader loses and the compact schema text keeps.
indirect enum JSONTree {
  case object([JSONMember])
  case array([JSONTree])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// The same document on one line, members in the same order.
  var compact: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.name)):\($0.value.compact)" }.joined(separator: ",") + "}"
    case .array(let items): "[" + items.map(\.compact).joined(separator: ",") + "]"
    case .string(let text): Self.quoted(text)
    case .number(let digits): digits
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    }
  }

  /// A JSON string with the escapes JSON demands and no others.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case ..." ":
        let hex = String(scalar.value, radix: 16)
        result += scalar == " " ? " " : "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
