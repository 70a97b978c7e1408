/// A property of a resource that can change: one every resource may have, or an attribute of the integrator's own.
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
  /// An attribute, by its name.
  case attribute(Text)

  private static let attributePrefix = "attributes."
  private static let fixed: [(name: String, field: ResourceField)] = [
    ("name", .name), ("classCode", .classCode), ("location", .location), ("model", .model),
    ("manufacturer", .manufacturer),
  ]
}

extension ResourceField: TextValue, CustomStringConvertible {
  var wireText: String { description }

  /// Reads the name of a property, or `attributes.` and the name of an attribute.
  ///
  /// - Throws: ``ValueError`` with rule `unknownName`, or the attribute name's own rule.
  public init(_ text: String) throws(ValueError) {
    if let found = Self.fixed.first(where: { $0.name == text }) {
      self = found.field
    } else if text.hasPrefix(Self.attributePrefix) {
      self = .attribute(try Text(String(text.dropFirst(Self.attributePrefix.count))))
    } else {
      let names = Self.fixed.map(\.name).joined(separator: ", ")
      throw ValueError(.unknownName, text: text, message: "is not a property: use \(names) or attributes.NAME")
    }
  }

  init(utf8: UTF8Span) throws(ValueError) { try self.init(String(copying: utf8)) }

  /// The name as in events.
  public var description: String {
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
