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
    }
  }
}

extension Refusal {
  /// The stable name of the rule, the same as the case: what programs and files of refused lines compare.
  public var ruleName: String {
    switch self {
    case .eventIDReused: "eventIDReused"
    case .validTimeTooEarly: "validTimeTooEarly"
    case .validTimeInFuture: "validTimeInFuture"
    case .unknownReference: "unknownReference"
    case .alreadyExists: "alreadyExists"
    case .copyDiffers: "copyDiffers"
    case .wrongState: "wrongState"
    case .notAUnitCode: "notAUnitCode"
    case .wrongPartyKind: "wrongPartyKind"
    case .roleNotHeld: "roleNotHeld"
    case .endNotAfterStart: "endNotAfterStart"
    case .lastDayBeforeFirst: "lastDayBeforeFirst"
    case .longerThanAYear: "longerThanAYear"
    case .daysDoNotAddUp: "daysDoNotAddUp"
    case .bookingOverlaps: "bookingOverlaps"
    case .resourceNotBookable: "resourceNotBookable"
    case .outOfRange: "outOfRange"
    case .namedTwice: "namedTwice"
    case .illegalValue: "illegalValue"
    case .changesNothing: "changesNothing"
    case .cannotBeStored: "cannotBeStored"
    case .emptyList: "emptyList"
    case .retractionTargetUnknown: "retractionTargetUnknown"
    case .notRetractable: "notRetractable"
    case .alreadyRetracted: "alreadyRetracted"
    case .retractionLeavesDangling: "retractionLeavesDangling"
    }
  }
}
