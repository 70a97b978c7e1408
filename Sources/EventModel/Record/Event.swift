/// A fact as its author states it: what happened, when, and who says so; not yet in any ledger.
public struct Event: Sendable, Hashable {
  /// The author's id for the fact; with ``source`` it names the event, and the pair is recorded once.
  public var id: Identifier
  /// The system that states it.
  public var source: EventSource
  /// When it became true (CloudEvents `time`).
  public var validTime: Instant
  /// The party that answers for it.
  public var actor: Identifier
  /// The conversation or case it belongs to, if any.
  public var correlation: Identifier?
  /// The id of the event it follows from, if any.
  public var causation: Identifier?
  /// The author's signature, if it is signed.
  public var signature: AuthorSignature?
  /// What happened.
  public var payload: EventPayload
  var assembled = Assembled()
}

extension Event {
  /// States a fact.
  public init(
    id: Identifier, source: EventSource, validTime: Instant, actor: Identifier, correlation: Identifier? = nil,
    causation: Identifier? = nil, signature: AuthorSignature? = nil, payload: EventPayload
  ) {
    self.init(
      id: id, source: source, validTime: validTime, actor: actor, correlation: correlation, causation: causation,
      signature: signature, payload: payload, assembled: Assembled())
  }

  /// The event type.
  public var type: EventType { payload.type }

  /// The entities it concerns.
  public var tags: [Tag] { payload.tags }
}
