/// One object of a schema file, with its place in the file for messages; every reading states what it wants.
struct SchemaNode {
  let file: String
  let path: String
  let members: [JSONMember]

  init(_ tree: JSONTree, file: String, path: String = "") throws {
    guard case .object(let members) = tree else {
      throw SchemaError(file: file, path: path, message: "is not an object")
    }
    self.file = file
    self.path = path
    self.members = members
  }

  subscript(_ name: String) -> JSONTree? { members.first { $0.name == name }?.value }

  func failure(_ message: String, at member: String = "") -> SchemaError {
    SchemaError(file: file, path: [path, member].filter { !$0.isEmpty }.joined(separator: "."), message: message)
  }

  /// Refuses members that this generator would silently not enforce.
  func allow(_ names: Set<String>) throws {
    for member in members where !names.contains(member.name) {
      throw failure("is not a keyword the generated types enforce", at: member.name)
    }
  }

  func string(_ name: String) throws -> String {
    guard let tree = self[name] else { throw failure("is missing", at: name) }
    guard case .string(let text) = tree, !text.isEmpty else { throw failure("has to be a string with text", at: name) }
    return text
  }

  func optionalString(_ name: String) throws -> String? {
    self[name] == nil ? nil : try string(name)
  }

  func int(_ name: String) throws -> Int64 {
    guard let tree = self[name] else { throw failure("is missing", at: name) }
    guard case .number(let digits) = tree, let number = Int64(digits) else {
      throw failure("has to be an integer", at: name)
    }
    return number
  }

  func optionalInt(_ name: String) throws -> Int64? {
    self[name] == nil ? nil : try int(name)
  }

  func strings(_ name: String) throws -> [String] {
    guard case .array(let items)? = self[name] else { throw failure("has to be a list", at: name) }
    var texts: [String] = []
    for item in items {
      guard case .string(let text) = item, !texts.contains(text) else {
        throw failure("has to hold different strings", at: name)
      }
      texts.append(text)
    }
    return texts
  }

  func node(_ name: String) throws -> SchemaNode {
    guard let tree = self[name] else { throw failure("is missing", at: name) }
    return try SchemaNode(tree, file: file, path: [path, name].filter { !$0.isEmpty }.joined(separator: "."))
  }

  func expect(_ name: String, _ wanted: String) throws {
    guard self[name]?.compact == wanted else { throw failure("has to be \(wanted)", at: name) }
  }
}
