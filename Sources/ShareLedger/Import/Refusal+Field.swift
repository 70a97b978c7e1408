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
      .outOfRange(let field, _, _, _), .namedTwice(let field, _), .illegalValue(let field, _),
      .emptyList(let field):
      "data.\(field)"
    case .endNotAfterStart, .longerThanAYear: "data.end"
    case .lastDayBeforeFirst: "data.to"
    case .daysDoNotAddUp: "data.days"
    case .bookingOverlaps: "data.start"
    case .resourceNotBookable: "data.resource"
    case .retractionTargetUnknown, .notRetractable, .alreadyRetracted, .retractionLeavesDangling: "data.targetId"
    case .notAUnitCode: "data.party"
    case .changesNothing, .cannotBeStored: "data"
    case .alreadyExists(let tag, _), .wrongState(let tag, _, _): "data.\(tag.kind.wireName)"
    }
  }
}
