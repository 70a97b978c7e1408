/// The data of one event type: what the schemas' generated structs have in common.
public protocol EventData: FieldValue {
  /// The type's entry in the registry.
  static var type: EventType { get }
  /// The fields in the order of their keys.
  static var fields: [FieldDescription] { get }
  /// The entities the event concerns, each once, in the order of the fields.
  var tags: [Tag] { get }
  /// The data as the payload of any type.
  var payload: EventPayload { get }
  /// The sealed values it holds, in the order of the fields.
  var sealedFields: [SealedField] { get }
}

extension EventData {
  /// None: most types have no sealed field.
  public var sealedFields: [SealedField] { [] }
}

/// What the schema says about one field of an event type, for help texts and documentation.
public struct FieldDescription: Sendable, Hashable {
  /// The name in JSON.
  public let name: String
  /// The key in stored CBOR.
  public let key: Int
  /// The name of its type in `types.json`, in brackets when it is a list of them.
  public let type: String
  /// Whether every event of the type has it.
  public let isRequired: Bool
  /// Whether null is a value it can have.
  public let isNullable: Bool
  /// The kind of entity its ids name, if the event concerns them.
  public let tag: TagKind?
  /// What it means.
  public let description: String
}
