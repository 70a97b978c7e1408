import Foundation

/// Reads a JSON file into a tree; members that repeat are an error, as in every schema validator worth its name.
struct JSONTreeParser {
  private let file: String
  private let scalars: [Unicode.Scalar]
  private var index = 0

  static func tree(of file: URL, named name: String) throws -> JSONTree {
    guard let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8) else {
      throw SchemaError(file: name, path: "", message: "cannot be read as UTF-8")
    }
    var parser = JSONTreeParser(file: name, scalars: Array(text.unicodeScalars))
    let tree = try parser.value()
    parser.skipBlanks()
    if parser.index < parser.scalars.count { throw parser.failure("text after the end of the document") }
    return tree
  }

  private init(file: String, scalars: [Unicode.Scalar]) {
    self.file = file
    self.scalars = scalars
  }

  private mutating func value() throws -> JSONTree {
    skipBlanks()
    switch next {
    case "{": return .object(try object())
    case "[": return .array(try array())
    case "\"": return .string(try string())
    case "t": return .bool(try word("true", true))
    case "f": return .bool(try word("false", false))
    case "n": return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object() throws -> [JSONMember] {
    var members: [JSONMember] = []
    try expect("{")
    if take("}") { return members }
    repeat {
      skipBlanks()
      let name = try string()
      if members.contains(where: { $0.name == name }) { throw failure("member \"\(name)\" repeats") }
      try expect(":")
      members.append(JSONMember(name: name, value: try value()))
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func array() throws -> [JSONTree] {
    var items: [JSONTree] = []
    try expect("[")
    if take("]") { return items }
    repeat { items.append(try value()) } while take(",")
    try expect("]")
    return items
  }

  /// Finds the closing quote and leaves the escapes to Foundation.
  private mutating func string() throws -> String {
    let start = index
    guard next == "\"" else { throw failure("a string is wanted") }
    index += 1
    while let scalar = next, scalar != "\"" { index += scalar == "\\" ? 2 : 1 }
    index += 1
    guard index <= scalars.count,
      let text = try? JSONSerialization.jsonObject(with: Data(slice(from: start).utf8), options: .fragmentsAllowed)
        as? String
    else { throw failure("a string does not end or has a bad escape") }
    return text
  }

  private mutating func number() throws -> String {
    let start = index
    while let scalar = next, scalar == "-" || ("0"..."9").contains(scalar) { index += 1 }
    let digits = slice(from: start)
    guard Int64(digits) != nil else { throw failure("a value is wanted; numbers are integers") }
    return digits
  }

  private mutating func word<Value>(_ word: String, _ value: Value) throws -> Value {
    for scalar in word.unicodeScalars {
      guard next == scalar else { throw failure("\(word) is wanted") }
      index += 1
    }
    return value
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() {
    while let scalar = next, scalar.properties.isWhitespace { index += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    guard take(scalar) else { throw failure("\"\(scalar)\" is wanted") }
  }

  private func slice(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<index])
    return String(text)
  }

  private func failure(_ message: String) -> SchemaError {
    let line = 1 + scalars[..<min(index, scalars.count)].count { $0 == "\n" }
    return SchemaError(file: file, path: "line \(line)", message: message)
  }
}
