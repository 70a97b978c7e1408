/// A property of a resource that `resource.updated` can change.
public enum ResourceField: Sendable, Hashable {
  /// The name shown in catalogues.
  case name
  /// The national instrument class.
  case classCode
  /// Where it stands.
  case location
  /// The maker's model.
  case model
  /// The maker.
  case manufacturer
  /// One of the integrator's own properties, by its name.
  case attribute(Text)

  /// What the name of an attribute follows.
  private static let attributePrefix = "attributes."

  /// Reads the field's name: one of the resource's own, or `attributes.` and the name of an attribute.
  ///
  /// - Throws: ``ValueError`` with rule `unknownName`, or the attribute name's own.
  public init(_ text: String) throws(ValueError) {
    switch text {
    case "name": self = .name
    case "classCode": self = .classCode
    case "location": self = .location
    case "model": self = .model
    case "manufacturer": self = .manufacturer
    default:
      guard text.utf8.starts(with: Self.attributePrefix.utf8) else {
        throw ValueError(
          .unknownName, text: text,
          message: "is not one of name, classCode, location, model, manufacturer, attributes.NAME")
      }
      self = .attribute(try Text(String(text.dropFirst(Self.attributePrefix.count))))
    }
  }

  /// The field's name.
  public var text: String {
    switch self {
    case .name: "name"
    case .classCode: "classCode"
    case .location: "location"
    case .model: "model"
    case .manufacturer: "manufacturer"
    case .attribute(let name): Self.attributePrefix + name.string
    }
  }
}

extension ResourceField: FieldValue {
  /// Writes a CBOR text string.
  public func encode(to writer: inout CBORWriter) { writer.text(text) }

  /// Reads a CBOR text string.
  public init(from reader: inout CBORReader) throws(CodecError) {
    self = try reader.value { (utf8) throws(ValueError) in try ResourceField(String(copying: utf8)) }
  }

  /// Writes a JSON string.
  public func write(to writer: inout JSONWriter) { writer.string(text) }

  /// Reads a JSON string.
  public init(from reader: inout JSONReader) throws(InputError) {
    self = try reader.value { (utf8) throws(ValueError) in try ResourceField(String(copying: utf8)) }
  }
}
