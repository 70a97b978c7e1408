/// Reads the fields of an object: an event's data or a shared type.
struct ObjectParser {
  /// Answers the type a name of `types.json` stands for, or `nil`.
  let resolve: (String) -> FieldType?
  let tagKinds: [(name: String, code: Int64)]

  static let keywords: Set = ["type", "additionalProperties", "required", "properties", "title", "description"]

  func fields(of node: SchemaNode) throws -> [Field] {
    try node.expect("type", "\"object\"")
    try node.expect("additionalProperties", "false")
    let required = node["required"] == nil ? [] : try node.strings("required")
    let properties = try node.node("properties")
    for name in required where properties[name] == nil {
      throw node.failure("\"\(name)\" is not among the properties", at: "required")
    }
    var fields: [Field] = []
    for property in properties.members {
      let field = try field(
        property.name, try properties.node(property.name), isRequired: required.contains(property.name))
      if let other = fields.first(where: { $0.key == field.key }) {
        throw properties.failure("\(field.key) is already the key of \"\(other.name)\"", at: "\(field.name).x-key")
      }
      fields.append(field)
    }
    guard !fields.isEmpty else { throw properties.failure("is empty") }
    return fields.sorted { $0.key < $1.key }
  }

  private func field(_ name: String, _ node: SchemaNode, isRequired: Bool) throws -> Field {
    guard Names.isMember(name) else { throw node.failure("has to be letters and digits, the first in lower case") }
    guard !Names.reserved.contains(name) else { throw node.failure("is a name generated code uses itself") }
    let key = try node.int("x-key")
    guard (1...1_000).contains(key) else { throw node.failure("has to be between 1 and 1000", at: "x-key") }
    let (type, isNullable) = try fieldType(node)
    if case .list(.scalar(.sealed)) = type { throw node.failure("is a list of sealed values, which stand alone") }
    guard isRequired || !isNullable else { throw node.failure("is optional and nullable: choose one") }
    return Field(
      name: name, key: key, type: type, isRequired: isRequired, isNullable: isNullable,
      description: try node.string("description"), tagKind: try tagKind(node, type),
      isTagList: try isTagList(node, type))
  }

  private func fieldType(_ node: SchemaNode) throws -> (FieldType, isNullable: Bool) {
    let shared: Set = ["description", "x-key", "x-tag", "x-tags"]
    if node["$ref"] != nil {
      try node.allow(shared.union(["$ref"]))
      return (try reference(node), false)
    }
    if case .array(let choices)? = node["anyOf"] {
      try node.allow(shared.union(["anyOf"]))
      guard choices.count == 2, choices[1].compact == "{\"type\":\"null\"}" else {
        throw node.failure("has to be a $ref and then {\"type\": \"null\"}", at: "anyOf")
      }
      let choice = try SchemaNode(choices[0], file: node.file, path: node.path + ".anyOf[0]")
      try choice.allow(["$ref"])
      return (try reference(choice), true)
    }
    switch try node.string("type") {
    case "boolean":
      try node.allow(shared.union(["type"]))
      return (.scalar(.flag), false)
    case "array":
      try node.allow(shared.union(["type", "items", "maxItems"]))
      try node.expect("maxItems", "1000")
      let items = try node.node("items")
      try items.allow(["$ref"])
      return (.list(try reference(items)), false)
    default:
      throw node.failure("has to be boolean or array; everything else is a $ref to types.json", at: "type")
    }
  }

  private func reference(_ node: SchemaNode) throws -> FieldType {
    let text = try node.string("$ref")
    for prefix in ["urn:shareledger:schema:types#/$defs/", "#/$defs/"] where text.hasPrefix(prefix) {
      if let type = resolve(String(text.dropFirst(prefix.count))) { return type }
    }
    throw node.failure("\"\(text)\" names no type of types.json", at: "$ref")
  }

  private func isTagList(_ node: SchemaNode, _ type: FieldType) throws -> Bool {
    guard node["x-tags"] != nil else { return false }
    try node.expect("x-tags", "true")
    guard case .list(.scalar(.tag)) = type else {
      throw node.failure("stands on a field that is not a list of tags", at: "x-tags")
    }
    return true
  }

  private func tagKind(_ node: SchemaNode, _ type: FieldType) throws -> String? {
    guard let name = try node.optionalString("x-tag") else { return nil }
    guard tagKinds.contains(where: { $0.name == name }) else {
      throw node.failure("\"\(name)\" is not among the x-tagKinds of types.json", at: "x-tag")
    }
    switch type {
    case .scalar(.id), .list(.scalar(.id)), .scalar(.sealed): return name
    default:
      throw node.failure("stands on a field that is neither an id, a list of ids nor a sealed value", at: "x-tag")
    }
  }
}
