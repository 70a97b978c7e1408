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
  /// A day lies outside its limits.
  case dayOutOfRange(field: String, day: Day, earliest: Day, latest: Day)
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
  /// The postings of the event do not sum to zero.
  case unbalanced(commodity: Commodity, sum: String)
  /// An amount lies outside ±(2^53 − 1).
  case amountTooLarge(account: Account)
  /// The event would count money on a day of closed books.
  case dayClosed(books: Identifier, day: Day, closedThrough: Day)
  /// The posting day lies before the event's own.
  case postedBeforeItsDay(postedOn: Day, day: Day)
  /// The lines do not add up to the total.
  case linesDoNotAddUp(total: Int64, sum: String)
  /// The usage has a charge that was not reversed.
  case usageAlreadyCharged(usage: Identifier, charge: Identifier)
  /// The charge would be below zero.
  case chargeBelowZero(charge: Identifier, total: String)
  /// A charge that is paid, deducted or waived in part cannot be reversed.
  case chargeIsSettled(charge: Identifier, settled: Int64)
  /// The payment is more than is owed.
  case paymentAboveReceivable(charge: Identifier, amount: Int64, receivable: Int64)
  /// The refund is more than was paid.
  case refundAbovePaid(charge: Identifier, amount: Int64, paid: Int64)
  /// The waiver or deduction is more than is left of the charge.
  case aboveRemainder(charge: Identifier, amount: Int64, remainder: Int64)
  /// More of a waiver is taken back than was waived.
  case waiverBelowZero(charge: Identifier, amount: Int64, waived: Int64)
  /// More of a cost is moved out of a pool than it has there.
  case allocationAboveCost(cost: Identifier, pool: Identifier, amount: Int64, left: Int64)
  /// The voucher has less left.
  case voucherOverdrawn(voucher: Identifier, amount: Int64, open: Int64)
  /// More is released than is held for the booking.
  case holdExceeded(voucher: Identifier, booking: Identifier, amount: Int64, held: Int64)
  /// A voucher with holds cannot end.
  case voucherStillHeld(voucher: Identifier, held: Int64)
  /// The last day of use is over.
  case voucherExpired(voucher: Identifier, useBy: Day, on: Day)
  /// The last day of use is not over.
  case voucherNotExpired(voucher: Identifier, useBy: Day, on: Day)
  /// A voucher's deadline lies after its programme's.
  case beyondProgramme(field: String, day: Day, latest: Day)
  /// The programme has less left.
  case programmeBudgetExceeded(programme: Identifier, amount: Int64, available: String)
  /// The face is above the programme's cap.
  case capPerVoucherExceeded(programme: Identifier, face: Int64, cap: Int64)
  /// The user would get more in a year than the programme allows.
  case capPerUserYearExceeded(user: Identifier, year: Int, amount: Int64, left: Int64)
  /// The programme pays a smaller part of a charge.
  case ratioExceeded(charge: Identifier, amount: Int64, deductible: Int64)
  /// More is reversed than is left of the deduction.
  case reversedAboveDeducted(deduction: Identifier, amount: Int64, left: Int64)
  /// The deduction is part of another claim.
  case deductionAlreadyClaimed(deduction: Identifier, claim: Identifier)
  /// The invoice was handed in with another claim.
  case invoiceAlreadyClaimed(invoice: Identifier, claim: Identifier)
  /// The last day of cashing is over.
  case cashingOver(voucher: Identifier, cashBy: Day, on: Day)
  /// The books are closed through that day.
  case closedAlready(books: Identifier, day: Day, closedThrough: Day)
  /// The books are open on that day.
  case notClosed(books: Identifier, day: Day)
  /// A control total differs from the ledger's.
  case controlTotalsDiffer(field: String, given: String, recorded: String)
  /// A position that is named lies ahead of what is recorded.
  case positionAheadOfLog(field: String, position: Position, head: Position)
  /// The cycle's indicator set has no such indicator.
  case indicatorNotInSet(indicator: Identifier, set: Identifier)
  /// The points do not add up to the total.
  case pointsDoNotAddUp(total: Int64, sum: String)
  /// The same was said of the unit in the cycle before and not taken back.
  case saidInCycle(EventType, unit: Identifier, cycle: Identifier, recordedAt: Position)
  /// More is paid than is still due.
  case paidAboveDue(Tag, amount: Int64, due: Int64)
  /// The subject's key was destroyed: nothing more is sealed about the subject.
  case subjectKeyDestroyed(subject: Identifier, recordedAt: Position)
  /// Whoever asks for a destruction does not approve it.
  case needsTwoParties(field: String, party: Identifier)
  /// No such key is bound to a party.
  case signingKeyUnknown(Identifier)
  /// The key signs for another party than the actor.
  case signingKeyOfAnotherParty(key: Identifier, party: Identifier, actor: Identifier)
  /// The key was revoked before.
  case signingKeyRevoked(key: Identifier, recordedAt: Position)
  /// The key acts with one role only, and the type does not need it.
  case signingKeyOutsideRole(key: Identifier, role: RoleName, event: EventType)
  /// The signature is not the key's over this event.
  case signatureWrong(key: Identifier)
  /// Nothing unsigned is recorded in the actor's name.
  case signatureRequired(actor: Identifier, since: Position)
}
