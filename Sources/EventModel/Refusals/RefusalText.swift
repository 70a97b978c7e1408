extension Refusal: CustomStringConvertible {
  /// One sentence that names the rule's subject and every offending value.
  public var description: String {
    switch self {
    case .eventIDReused(let source, let id, let recordedAt):
      "the event \(id) of \(source) is already recorded at position \(recordedAt) with other content"
    case .validTimeTooEarly(let validTime, let earliest):
      "valid time \(validTime) is before \(earliest), the earliest the ledger takes"
    case .validTimeInFuture(let validTime, let recordedTime):
      "valid time \(validTime) is more than 24 hours after the time of recording, \(recordedTime)"
    case .unknownReference(let tag, let field):
      "\(field) names \(tag), which the ledger does not know"
    case .alreadyExists(let tag, let recordedAt):
      "\(tag) already exists since position \(recordedAt)"
    case .copyDiffers(let field, let given, let recorded):
      "\(field) is \(Excerpt.quoted(given)) but the ledger says \(Excerpt.quoted(recorded))"
    case .wrongState(let tag, let state, let event):
      "\(event.wireName) is not possible for \(tag), which is \(state)"
    case .notAUnitCode(let id):
      "\(id) is neither a unified social credit code with a fitting check character (GB 32100-2015) nor starts with x-"
    case .wrongPartyKind(let id, let field, let kind):
      "\(field) names the party \(id), which is of kind \(kind.wireName) and cannot take this part"
    case .roleNotHeld(let actor, let needed, let at):
      "\(actor) holds none of the roles \(needed.map(\.wireName).joined(separator: ", ")) at \(at)"
    case .endNotAfterStart(let start, let end):
      "the end \(end) is not after the start \(start)"
    case .lastDayBeforeFirst(let from, let to):
      "the last day \(to) is before the first day \(from)"
    case .longerThanAYear(let start, let end):
      "from \(start) to \(end) is longer than 366 days"
    case .daysDoNotAddUp(let spanSeconds, let daysSeconds):
      "the days name \(daysSeconds) seconds of a span of \(spanSeconds); every day must be named once, in order, "
        + "with its seconds of the span"
    case .bookingOverlaps(let booking, let other, let start, let end):
      "the exclusive booking \(booking) overlaps the booking \(other) from \(start) to \(end)"
    case .resourceNotBookable(let resource, let state):
      "the resource \(resource) cannot be booked: it is \(state)"
    case .outOfRange(let field, let value, let min, let max):
      "\(field) is \(value), which is not between \(min) and \(max)"
    case .dayOutOfRange(let field, let day, let earliest, let latest):
      "\(field) is \(day), which is not between \(earliest) and \(latest)"
    case .namedTwice(let field, let value):
      "\(field) names \(Excerpt.quoted(value)) twice"
    case .illegalValue(let field, let value):
      "\(field) cannot be \(value)"
    case .cannotBeStored(let reason): "the event is beyond the limits of the stored format: \(reason)"
    case .changesNothing(let type):
      "\(type.wireName) changes nothing: what it says stood before"
    case .emptyList(let field):
      "\(field) is empty and must name something"
    case .retractionTargetUnknown(let source, let id):
      "the event \(id) of \(source), which is to be retracted, is not in the ledger"
    case .notRetractable(let type):
      "\(type.wireName) cannot be retracted: it is taken back by an event of its own or not at all"
    case .alreadyRetracted(let source, let id, let by):
      "the event \(id) of \(source) was retracted before, at position \(by)"
    case .retractionLeavesDangling(let tag, let dependent):
      "the event at position \(dependent) about \(tag) rests on the event to retract"
    case .unbalanced(let commodity, let sum):
      "the postings of the event sum to \(sum) \(commodity.wireName), not to zero"
    case .amountTooLarge(let account):
      "an amount on \(account) lies outside ±9007199254740991"
    case .dayClosed(let books, let day, let closedThrough):
      "the day \(day) is closed in the books \(books), which are closed through \(closedThrough): name a later day "
        + "in postedOn where the event has one, or reopen the books"
    case .postedBeforeItsDay(let postedOn, let day):
      "postedOn \(postedOn) is before the event's own day, \(day)"
    case .linesDoNotAddUp(let total, let sum):
      "the lines add up to \(sum) fen, the total says \(total)"
    case .usageAlreadyCharged(let usage, let charge):
      "the usage \(usage) is already charged by \(charge), which was not reversed"
    case .chargeBelowZero(let charge, let total):
      "the charge \(charge) would come to \(total) fen"
    case .chargeIsSettled(let charge, let settled):
      "the charge \(charge) is paid, deducted or waived by \(settled) fen: take that back first"
    case .paymentAboveReceivable(let charge, let amount, let receivable):
      "the payment of \(amount) fen is more than the \(receivable) fen still owed on \(charge)"
    case .refundAbovePaid(let charge, let amount, let paid):
      "the refund of \(amount) fen is more than the \(paid) fen paid on \(charge)"
    case .aboveRemainder(let charge, let amount, let remainder):
      "\(amount) fen is more than the \(remainder) fen left of the charge \(charge)"
    case .waiverBelowZero(let charge, let amount, let waived):
      "\(amount) fen would take back more than the \(waived) fen waived on \(charge)"
    case .allocationAboveCost(let cost, let pool, let amount, let left):
      "\(amount) fen is more than the \(left) fen the cost \(cost) has in the pool \(pool)"
    case .voucherOverdrawn(let voucher, let amount, let open):
      "\(amount) fen is more than the \(open) fen left on the voucher \(voucher)"
    case .holdExceeded(let voucher, let booking, let amount, let held):
      "\(amount) fen is more than the \(held) fen of \(voucher) held for the booking \(booking)"
    case .voucherStillHeld(let voucher, let held):
      "\(held) fen of the voucher \(voucher) are held for bookings: release them first"
    case .voucherExpired(let voucher, let useBy, let on):
      "the voucher \(voucher) could be used until the end of \(useBy); this is \(on)"
    case .voucherNotExpired(let voucher, let useBy, let on):
      "the voucher \(voucher) can be used until the end of \(useBy); this is \(on)"
    case .beyondProgramme(let field, let day, let latest):
      "\(field) \(day) is after the programme's last day, \(latest)"
    case .programmeBudgetExceeded(let programme, let amount, let available):
      "\(amount) fen is more than the \(available) fen left of the programme \(programme)"
    case .capPerVoucherExceeded(let programme, let face, let cap):
      "a face of \(face) fen is above the programme \(programme)'s cap of \(cap) fen a voucher"
    case .capPerUserYearExceeded(let user, let year, let amount, let left):
      "\(amount) fen is more than the \(left) fen the programme leaves \(user) in \(year)"
    case .ratioExceeded(let charge, let amount, let deductible):
      "\(amount) fen is more than the \(deductible) fen of the charge \(charge) the programme still pays"
    case .reversedAboveDeducted(let deduction, let amount, let left):
      "\(amount) fen is more than the \(left) fen left of the deduction \(deduction)"
    case .deductionAlreadyClaimed(let deduction, let claim):
      "the deduction \(deduction) is already claimed by \(claim)"
    case .invoiceAlreadyClaimed(let invoice, let claim):
      "the invoice \(invoice) is already claimed by \(claim)"
    case .cashingOver(let voucher, let cashBy, let on):
      "the voucher \(voucher) could be cashed until the end of \(cashBy); this is \(on)"
    case .closedAlready(let books, let day, let closedThrough):
      "the books \(books) are closed through \(closedThrough) already, \(day) is not later"
    case .notClosed(let books, let day):
      "the books \(books) are open on \(day)"
    case .controlTotalsDiffer(let field, let given, let recorded):
      "\(field) is \(given), the ledger's postings give \(recorded)"
    case .positionAheadOfLog(let field, let position, let head):
      "\(field) names position \(position), but the ledger ends at \(head)"
    case .indicatorNotInSet(let indicator, let set):
      "\(indicator) is not among the indicators of the set \(set)"
    case .pointsDoNotAddUp(let total, let sum):
      "the points add up to \(sum), the total says \(total)"
    case .saidInCycle(let type, let unit, let cycle, let recordedAt):
      "\(type.wireName) stands for \(unit) in the cycle \(cycle) since position \(recordedAt): take that back first"
    case .paidAboveDue(let tag, let amount, let due):
      "\(amount) fen is more than the \(due) fen still due of \(tag)"
    case .subjectKeyDestroyed(let subject, let recordedAt):
      "the key of the subject \(subject) was destroyed at position \(recordedAt): nothing more is sealed about it"
    case .needsTwoParties(let field, let party):
      "\(field) is \(party) again: it takes two different parties"
    case .signingKeyUnknown(let key): "no key \(key) is bound to a party"
    case .signingKeyOfAnotherParty(let key, let party, let actor):
      "the key \(key) signs for \(party), not for \(actor)"
    case .signingKeyRevoked(let key, let recordedAt):
      "the key \(key) was revoked at position \(recordedAt)"
    case .signingKeyOutsideRole(let key, let role, let event):
      "the key \(key) acts as \(role.wireName) only, which \(event.wireName) does not need"
    case .signatureWrong(let key): "the signature is not that of the key \(key) over this event"
    case .signatureRequired(let actor, let since):
      "nothing unsigned is recorded in the name of \(actor) since position \(since)"
    }
  }
}
