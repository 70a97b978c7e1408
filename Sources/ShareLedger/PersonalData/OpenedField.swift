public import EventModel

/// A sealed value of a recorded event, opened.
public struct OpenedField: Sendable, Hashable {
  /// Where the event stands.
  public let position: Position
  /// When it became true.
  public let validTime: Instant
  /// What kind of event it is.
  public let type: EventType
  /// The position of the retraction that took it back, if one did.
  public let retractedBy: Position?
  /// The field's name.
  public let field: String
  /// What was sealed.
  public let text: Text
}
