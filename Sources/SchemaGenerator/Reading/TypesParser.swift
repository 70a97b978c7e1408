/// Reads `types.json`: the shared types and the kinds of tags.
struct TypesParser {
  let tagKinds: [(name: String, code: Int64)]
  let definitions: [TypeDefinition]
  private let kinds: [String: FieldType]

  func type(named name: String) -> FieldType? { kinds[name] }

  init(file: SchemaNode) throws {
    try file.allow(["$schema", "$id", "title", "description", "x-tagKinds", "$defs"])
    let tagKinds = try Self.tagKinds(of: file)
    let definitions = try file.node("$defs")
    var kinds: [String: FieldType] = [:]
    for member in definitions.members {
      kinds[member.name] = try Self.kind(member.name, try definitions.node(member.name))
    }
    let objects = ObjectParser(resolve: { [kinds] in kinds[$0] }, tagKinds: tagKinds)
    self.tagKinds = tagKinds
    self.kinds = kinds
    self.definitions = try definitions.members.compactMap { member in
      try Self.definition(member.name, try definitions.node(member.name), objects)
    }
    try checkNoCycle(file)
  }

  private static func tagKinds(of file: SchemaNode) throws -> [(name: String, code: Int64)] {
    let node = try file.node("x-tagKinds")
    var kinds: [(name: String, code: Int64)] = []
    for member in node.members {
      let code = try node.int(member.name)
      guard Names.isMember(member.name), (1...255).contains(code), !kinds.contains(where: { $0.code == code }) else {
        throw node.failure("has to be a name with a code from 1 to 255 of its own", at: member.name)
      }
      kinds.append((member.name, code))
    }
    return kinds.sorted { $0.code < $1.code }
  }

  private static func kind(_ name: String, _ node: SchemaNode) throws -> FieldType {
    guard Names.isMember(name) else { throw node.failure("has to be letters and digits, the first in lower case") }
    if let scalar = FieldType.Scalar(rawValue: name) { return .scalar(scalar) }
    if node["enum"] != nil { return .enumeration(name) }
    switch try node.string("type") {
    case "object": return .object(name)
    case "integer": return .integer(name)
    default: throw node.failure("has to be an enum, an object, an integer or a scalar EventModel knows")
    }
  }

  private static func definition(
    _ name: String, _ node: SchemaNode, _ objects: ObjectParser
  ) throws -> TypeDefinition? {
    let description = try node.string("description")
    let shape: TypeDefinition.Shape
    switch objects.resolve(name) {
    case .enumeration:
      try node.allow(["title", "description", "enum", "type"])
      let cases = try node.strings("enum")
      guard !cases.isEmpty, cases.count <= 255, cases.allSatisfy(Names.isEnumerationCase) else {
        throw node.failure(
          "has to hold 1 to 255 names of letters and digits, the first in lower case, or of capitals", at: "enum")
      }
      guard Set(cases.map(Names.enumerationCase)).count == cases.count else {
        throw node.failure("holds names that differ in capitals alone", at: "enum")
      }
      shape = .enumeration(cases)
    case .object:
      try node.allow(ObjectParser.keywords)
      let fields = try objects.fields(of: node)
      // A sealed value is bound to its event type and field, and an object can stand in several.
      if let field = fields.first(where: \.isSealed) {
        throw node.failure("is sealed, which only a field of an event can be", at: "properties.\(field.name)")
      }
      shape = .object(fields)
    case .integer:
      try node.allow(["title", "description", "type", "minimum", "maximum"])
      let (minimum, maximum) = (try node.int("minimum"), try node.int("maximum"))
      guard minimum < maximum else { throw node.failure("has to be above minimum", at: "maximum") }
      shape = .integer(minimum: minimum, maximum: maximum)
    default: return nil
    }
    return TypeDefinition(
      name: name, title: try node.optionalString("title"), description: description, shape: shape)
  }

  /// A type that holds itself, even through others, has no end in Swift and no depth limit in CBOR.
  private func checkNoCycle(_ file: SchemaNode) throws {
    func visit(_ name: String, _ path: [String]) throws {
      if path.contains(name) {
        throw file.failure("holds itself: \((path + [name]).joined(separator: " → "))", at: "$defs.\(name)")
      }
      for field in definitions.first(where: { $0.name == name })?.fields ?? [] {
        switch field.type {
        case .object(let inner), .list(.object(let inner)): try visit(inner, path + [name])
        default: break
        }
      }
    }
    for definition in definitions { try visit(definition.name, []) }
  }
}
