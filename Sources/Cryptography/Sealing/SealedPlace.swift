package import EventModel

/// Where a sealed value stands: it opens nowhere else.
package struct SealedPlace: Sendable, Hashable {
  /// The domain of everything sealed.
  private static let domain = "shareledger.seal/1"

  /// The event type.
  package let type: EventType
  /// The field's name.
  package let field: String
  /// The pseudonym of the person.
  package let subject: Identifier

  /// A field of an event type, for a subject.
  package init(_ type: EventType, _ field: String, of subject: Identifier) {
    self.type = type
    self.field = field
    self.subject = subject
  }

  /// Domain, type on the wire, field and subject, with a zero byte after each but the last; none of them holds one.
  var bytes: [UInt8] {
    Array([Self.domain, type.wireName, field, subject.text].joined(separator: "\u{0}").utf8)
  }
}
