public import EventModel

extension Refusal {
  /// The field of an event's interchange form that the rule is about, such as `data.end`; `data` where it is about
  /// several.
  public var field: String {
    switch self {
    case .eventIDReused: "id"
    case .validTimeTooEarly, .validTimeInFuture: "time"
    case .roleNotHeld: "actor"
    case .unknownReference(_, let field), .copyDiffers(let field, _, _), .wrongPartyKind(_, let field, _),
      .outOfRange(let field, _, _, _), .dayOutOfRange(let field, _, _, _), .namedTwice(let field, _),
      .illegalValue(let field, _), .emptyList(let field):
      "data.\(field)"
    case .endNotAfterStart, .longerThanAYear: "data.end"
    case .lastDayBeforeFirst: "data.to"
    case .daysDoNotAddUp: "data.days"
    case .bookingOverlaps: "data.start"
    case .resourceNotBookable: "data.resource"
    case .retractionTargetUnknown, .notRetractable, .alreadyRetracted, .retractionLeavesDangling: "data.targetId"
    case .notAUnitCode: "data.party"
    case .changesNothing, .cannotBeStored: "data"
    case .unbalanced, .amountTooLarge:
      "data"
    case .dayClosed, .postedBeforeItsDay:
      "data.postedOn"
    case .linesDoNotAddUp, .pointsDoNotAddUp, .chargeBelowZero:
      "data.total"
    case .usageAlreadyCharged:
      "data.usage"
    case .chargeIsSettled:
      "data.charge"
    case .paymentAboveReceivable, .refundAbovePaid, .aboveRemainder, .waiverBelowZero, .allocationAboveCost,
      .voucherOverdrawn, .holdExceeded, .programmeBudgetExceeded, .capPerUserYearExceeded, .ratioExceeded,
      .reversedAboveDeducted, .paidAboveDue:
      "data.amount"
    case .voucherStillHeld, .voucherExpired, .voucherNotExpired:
      "data.voucher"
    case .beyondProgramme(let field, _, _): "data.\(field)"
    case .capPerVoucherExceeded:
      "data.face"
    case .deductionAlreadyClaimed, .cashingOver:
      "data.deductions"
    case .invoiceAlreadyClaimed:
      "data.invoice"
    case .closedAlready:
      "data.through"
    case .notClosed:
      "data.from"
    case .controlTotalsDiffer:
      "data.controlTotals"
    case .positionAheadOfLog(let field, _, _): "data.\(field)"
    case .indicatorNotInSet: "data.indicator"
    case .saidInCycle: "data.cycle"
    case .wrongState(_, _, .qualificationSuspended), .wrongState(_, _, .qualificationRevoked),
      .wrongState(_, _, .qualificationRestored):
      "data.qualification"
    case .subjectKeyDestroyed: "data"
    case .needsTwoParties(let field, _): "data.\(field)"
    case .signingKeyUnknown, .signingKeyOfAnotherParty, .signingKeyRevoked, .signingKeyOutsideRole: "signingkey"
    case .signatureWrong, .signatureRequired: "signature"
    case .alreadyExists(let tag, _), .wrongState(let tag, _, _): "data.\(tag.kind.wireName)"
    }
  }
}
