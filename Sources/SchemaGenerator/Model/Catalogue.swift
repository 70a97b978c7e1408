/// Everything the schemas say, checked.
struct Catalogue {
  /// Names and codes of the kinds of tags, in the order of codes.
  let tagKinds: [(name: String, code: Int64)]
  /// The shared types, in the order of the file.
  let types: [TypeDefinition]
  /// The event types, in the order of codes.
  let events: [EventDefinition]

  func type(named name: String) -> TypeDefinition? { types.first { $0.name == name } }
}

/// One event type: one schema file.
struct EventDefinition {
  /// The file, such as `Schemas/resource.acquired/1.json`.
  let file: String
  /// The name on the wire, such as `resource.acquired`.
  let wireName: String
  let code: Int64
  let group: String
  let title: String
  let article: String
  let description: String
  let fields: [Field]
  /// The whole schema on one line.
  let schemaText: String
  /// The first example on one line.
  let exampleText: String

  var swiftName: String { Names.type(wireName) }
  var caseName: String { Names.member(Names.lowered(swiftName)) }
}

/// A type of `types.json` that is generated, not one of EventModel's own scalars.
struct TypeDefinition {
  enum Shape {
    /// An enumeration; the place in the list is the stored number.
    case enumeration([String])
    /// An object with fields.
    case object([Field])
    /// An integer within limits.
    case integer(minimum: Int64, maximum: Int64)
  }

  let name: String
  let title: String?
  let description: String
  let shape: Shape

  var swiftName: String { Names.type(name) }

  var fields: [Field] {
    if case .object(let fields) = shape { fields } else { [] }
  }
}

/// One field of an event or object.
struct Field {
  /// The name in JSON and in Swift.
  let name: String
  let key: Int64
  let type: FieldType
  let isRequired: Bool
  /// Whether null is a value, as in a change that clears a field.
  let isNullable: Bool
  let description: String
  /// The kind of entity the field's ids, or the subject of its sealed value, name, if the event concerns it.
  let tagKind: String?
  /// Whether it is a list of tags the event concerns as they stand.
  let isTagList: Bool

  var swiftName: String { Names.member(name) }
  /// Whether it holds what only the holder of a key can read.
  var isSealed: Bool { if case .scalar(.sealed) = type { true } else { false } }
  var isOptional: Bool { !isRequired || isNullable }
  var swiftType: String { type.swiftName + (isOptional ? "?" : "") }
  /// The expression that reads the field, from a CBOR or a JSON reader alike.
  var reading: String { "\(type.swiftName)\(isNullable ? "?" : "")(from: &reader)" }
}

/// The type of a field.
indirect enum FieldType {
  /// One of the types EventModel writes by hand.
  case scalar(Scalar)
  /// A generated enumeration.
  case enumeration(String)
  /// A generated object.
  case object(String)
  /// A generated integer with limits.
  case integer(String)
  /// A list.
  case list(FieldType)

  /// The types EventModel writes by hand; raw values are their names in `types.json`.
  enum Scalar: String, CaseIterable {
    case id, text, source, wireName, tag, hash, resourceField
    case fen, day, instant, seconds, ratio, count, position, flag
    case publicKey, sealed

    var swiftName: String {
      switch self {
      case .id: "Identifier"
      case .source: "EventSource"
      case .wireName: "EventType"
      case .hash: "ContentHash"
      case .flag: "Bool"
      default: Names.type(rawValue)
      }
    }

    /// Whether it is stored as text, which views answer as bytes.
    var isText: Bool {
      switch self {
      case .id, .text, .source, .wireName, .tag, .hash, .resourceField: true
      default: false
      }
    }
  }

  var swiftName: String {
    switch self {
    case .scalar(let scalar): scalar.swiftName
    case .enumeration(let name), .object(let name), .integer(let name): Names.type(name)
    case .list(let element): "[\(element.swiftName)]"
    }
  }

  /// The name people read in the description of a type.
  var schemaName: String {
    switch self {
    case .scalar(let scalar): scalar.rawValue
    case .enumeration(let name), .object(let name), .integer(let name): name
    case .list(let element): "[\(element.schemaName)]"
    }
  }
}
