/// An entity an event concerns, such as `resource:160`: the key of a timeline.
public struct Tag: Sendable, Hashable {
  /// What kind of entity it is.
  public let kind: TagKind
  /// The entity's id, unique within its kind.
  public let id: Identifier

  /// Names an entity.
  public init(_ kind: TagKind, _ id: Identifier) {
    self.kind = kind
    self.id = id
  }

  /// Reads `kind:id`; the id is everything after the first colon.
  ///
  /// - Throws: ``ValueError`` with rule `malformed` without a colon, `unknownName` for the kind, or the id's own rule.
  public init(_ text: String) throws(ValueError) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      throw ValueError(.malformed, text: text, message: "is not a tag: write kind:id, such as resource:160")
    }
    let name = String(text[..<colon])
    guard let kind = TagKind(wireName: name) else {
      throw ValueError(.unknownName, text: name, message: "is not a kind of tag")
    }
    self.init(kind, try Identifier(String(text[text.utf8.index(after: colon)...])))
  }
}

extension Tag: Comparable, CustomStringConvertible {
  /// Orders by kind, then by the bytes of the id.
  public static func < (left: Tag, right: Tag) -> Bool {
    (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
  }

  /// The tag as `kind:id`.
  public var description: String { "\(kind.wireName):\(id.text)" }
}
