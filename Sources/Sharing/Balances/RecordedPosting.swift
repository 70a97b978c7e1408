public import EventModel

/// A posting together with the event that made it.
public struct RecordedPosting: Sendable, Hashable {
  /// The account, the civil day and the amount.
  public let posting: Posting
  /// The event's place in the log.
  public let position: Position
  /// When the ledger accepted the event.
  public let recordedTime: Instant
  /// When it became true.
  public let validTime: Instant
  /// What kind of event it is.
  public let type: EventType
  /// The system that states it.
  public let source: EventSource
  /// The author's id for it.
  public let id: Identifier

  /// Names a posting's event.
  package init(_ posting: Posting, _ recorded: RecordedEvent) {
    self.posting = posting
    position = recorded.position
    recordedTime = recorded.recordedTime
    validTime = recorded.event.validTime
    type = recorded.event.type
    source = recorded.event.source
    id = recorded.event.id
  }

  /// The account it counts on.
  public var account: Account { posting.account }
  /// The civil day in Beijing from which it counts.
  public var day: Day { posting.day }
  /// How much, in the account's commodity: a debit when positive, a credit when negative.
  public var amount: Int64 { posting.amount }
}
