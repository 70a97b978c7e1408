/// Reads one event type's schema.
struct EventParser {
  let types: TypesParser
  /// The name of the file's folder, which is the type's name on the wire.
  let wireName: String

  func event(_ node: SchemaNode, _ tree: JSONTree) throws -> EventDefinition {
    guard Names.isWireName(wireName) else {
      throw node.failure("its folder has to be named like resource.acquired: two words with a dot between")
    }
    try node.allow(ObjectParser.keywords.union(["$schema", "$id", "x-code", "x-group", "x-article", "examples"]))
    try node.expect("$schema", "\"https://json-schema.org/draft/2020-12/schema\"")
    try node.expect("$id", "\"urn:shareledger:schema:\(wireName):1\"")
    let code = try node.int("x-code")
    guard (1...Int64(UInt16.max)).contains(code) else {
      throw node.failure("has to be between 1 and 65535", at: "x-code")
    }
    let objects = ObjectParser(resolve: types.type(named:), tagKinds: types.tagKinds)
    return EventDefinition(
      file: node.file, wireName: wireName, code: code, group: try node.string("x-group"),
      title: try node.string("title"), article: try node.string("x-article"),
      description: try node.string("description"), fields: try objects.fields(of: node), schemaText: tree.compact,
      exampleText: try example(node))
  }

  /// The example's members have to be properties and all required ones; its values are checked by decoding it in a test.
  private func example(_ node: SchemaNode) throws -> String {
    guard case .array(let examples)? = node["examples"], let first = examples.first else {
      throw node.failure("has to hold at least one example", at: "examples")
    }
    let example = try SchemaNode(first, file: node.file, path: "examples[0]")
    let properties = try node.node("properties")
    for member in example.members where properties[member.name] == nil {
      throw example.failure("is not among the properties", at: member.name)
    }
    for name in node["required"] == nil ? [] : try node.strings("required") where example[name] == nil {
      throw example.failure("is required", at: name)
    }
    return first.compact
  }
}
