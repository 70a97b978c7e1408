/// Why an event cannot be a fact: one case per rule, each with the offending values.
///
/// A refusal writes nothing. What the regulation demands of people is never refused; it is recorded and found.
public enum Refusal: Error, Sendable, Hashable {
  /// The (source, id) pair names an event with other content.
  case eventIDReused(source: EventSource, id: Identifier, recordedAt: Position)
  /// Valid time lies before the earliest the ledger takes, 1990-01-01 in Beijing.
  case validTimeTooEarly(validTime: Instant, earliest: Instant)
  /// Valid time lies more than 24 hours after the time of recording.
  case validTimeInFuture(validTime: Instant, recordedTime: Instant)
  /// A field names an entity the ledger does not know.
  case unknownReference(Tag, field: String)
  /// The entity an event would create exists.
  case alreadyExists(Tag, recordedAt: Position)
  /// A copied field differs from what the log says.
  case copyDiffers(field: String, given: String, recorded: String)
  /// The entity's state does not allow the event.
  case wrongState(Tag, state: String, event: EventType)
  /// A unit's or organisation's id is neither a unified social credit code nor starts with `x-`.
  case notAUnitCode(Identifier)
  /// The party is of a kind that cannot take this part.
  case wrongPartyKind(Identifier, field: String, kind: PartyKind)
  /// The actor holds none of the roles the type demands at valid time.
  case roleNotHeld(actor: Identifier, needed: [RoleName], at: Instant)
  /// The end is not after the start.
  case endNotAfterStart(start: Instant, end: Instant)
  /// The last day lies before the first.
  case lastDayBeforeFirst(from: Day, to: Day)
  /// A booking or usage is longer than 366 days.
  case longerThanAYear(start: Instant, end: Instant)
  /// The seconds of the days do not add up to the span, or a day lies outside it or appears twice.
  case daysDoNotAddUp(spanSeconds: Int64, daysSeconds: Int64)
  /// An exclusive booking overlaps one already approved.
  case bookingOverlaps(booking: Identifier, other: Identifier, start: Instant, end: Instant)
  /// The resource is closed or exempted from opening when it is booked.
  case resourceNotBookable(Identifier, state: String)
  /// A value lies outside its limits.
  case outOfRange(field: String, value: Int64, min: Int64, max: Int64)
  /// The same thing is named twice in one list.
  case namedTwice(field: String, value: String)
  /// A property cannot have the value an update gives it.
  case illegalValue(field: String, value: String)
  /// The event says what stood before.
  case changesNothing(EventType)
  /// A list that must name something is empty.
  case emptyList(field: String)
  /// A list or the whole record is longer than the stored format takes.
  case cannotBeStored(reason: String)
  /// The event to retract is not in the log.
  case retractionTargetUnknown(source: EventSource, id: Identifier)
  /// Events of this type are taken back by their own reversal, not by a retraction.
  case notRetractable(EventType)
  /// The event was retracted before.
  case alreadyRetracted(source: EventSource, id: Identifier, by: Position)
  /// Later events rest on the event to retract.
  case retractionLeavesDangling(Tag, dependent: Position)
}
