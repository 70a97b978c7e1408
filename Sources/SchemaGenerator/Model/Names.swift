/// Swift names made of wire names.
enum Names {
  /// `resource.statusChanged` → `ResourceStatusChanged`.
  static func type(_ wireName: String) -> String {
    wireName.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// `ResourceAcquired` → `resourceAcquired`.
  static func lowered(_ typeName: String) -> String { typeName.prefix(1).lowercased() + typeName.dropFirst() }

  /// The name as a Swift member, in backticks when it is a keyword.
  static func member(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  /// Whether the name can be one of fields and shared types: letters and digits, first in lower case.
  static func isMember(_ name: String) -> Bool {
    name.first.map { ("a"..."z").contains($0) } == true
      && name.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
  }

  /// `CNY` → `cny`; a name that is not all capitals stays as it is.
  static func enumerationCase(_ name: String) -> String { member(isCapitals(name) ? name.lowercased() : name) }

  /// Whether the name can be an enumeration case's: one of fields, or capitals alone as in codes such as `CNY`.
  static func isEnumerationCase(_ name: String) -> Bool { isMember(name) || isCapitals(name) }

  private static func isCapitals(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { ("A"..."Z").contains($0) }
  }

  /// Whether the name can be an event type's: two such words with a dot between.
  static func isWireName(_ name: String) -> Bool {
    let words = name.split(separator: ".", omittingEmptySubsequences: false)
    return words.count == 2 && words.allSatisfy { isMember(String($0)) }
  }

  /// Names generated code needs for itself.
  static let reserved: Set = ["tags", "payload", "reader", "writer", "fields", "member"]

  private static let keywords: Set = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]
}
