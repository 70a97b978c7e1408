public import EventModel

/// Everything known of one party that others judge it by: findings, what was made of them, and what it was given or owes.
public struct UnitFile: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// The party.
  public let party: Identifier
  /// Its name, if it has one.
  public let name: Text?
  /// What the events say it did wrong.
  public let findings: [Finding]
  /// What an authority confirmed of it.
  public internal(set) var confirmations: [Confirmation] = []
  /// Notices, credit entries, frauds found and matters passed on, in valid order.
  public internal(set) var entries: [FileEntry] = []
  /// What it was told to put right.
  public internal(set) var rectifications: [Rectification] = []
  /// What became of its qualifications, in order of their ids.
  public internal(set) var qualifications: [QualificationCourse] = []
  /// What it has to give back.
  public internal(set) var clawbacks: [DueAccount] = []
  /// What it was awarded.
  public internal(set) var subsidies: [DueAccount] = []
  /// What its assessments came to, in valid order.
  public internal(set) var assessments: [FileAssessment] = []
}

/// A finding an authority confirmed (art. 23); it stays when its evidence is corrected later.
public struct Confirmation: Sendable, Hashable {
  /// Its id.
  public let finding: Identifier
  /// The rule, in the authority's words.
  public let rule: Identifier
  /// The day it was confirmed.
  public let day: Day
  /// The events it rests on.
  public let evidence: [Position]
  /// Whether the events of this view still say it: by the same rule, on some of the same evidence.
  public let isStillFound: Bool
  /// The event.
  public let position: Position
}

/// Something entered in a party's file.
public struct FileEntry: Sendable, Hashable {
  /// `notice.published`, `credit.recorded`, `fraud.found` or `matter.referred`.
  public let type: EventType
  /// The day it became true.
  public let day: Day
  /// What it says: where the notice can be read, the entry, the statement, to whom the matter went.
  public let text: Text
  /// The last day it counts, if it does not count for good.
  public let until: Day?
  /// The confirmed finding or the fraud it is about.
  public let about: Tag?
  /// The event.
  public let position: Position
}

/// A score that was frozen or a grade that was decided.
public struct FileAssessment: Sendable, Hashable {
  /// The cycle.
  public let cycle: Identifier
  /// The day.
  public let day: Day
  /// The points, in basis points of the whole assessment; absent for a grade.
  public let points: Int64?
  /// The grade; absent for a score.
  public let grade: Grade?
  /// The event.
  public let position: Position
}

/// An order to put something right, and what became of it (art. 23).
public struct Rectification: Sendable, Hashable {
  /// How far it has come.
  public enum State: String, Sendable, Hashable {
    /// The day has not come.
    case open
    /// The day is over, and nothing was accepted or failed.
    case overdue
    /// It is right.
    case accepted
    /// It was not put right.
    case failed
  }

  /// Its id.
  public let rectification: Identifier
  /// The confirmed finding it is about.
  public let finding: Identifier?
  /// What was demanded.
  public let demand: Text
  /// The day of the order.
  public let orderedOn: Day
  /// The last day.
  public let due: Day
  /// How far it has come by V.
  public let state: State
  /// The day it was accepted or failed.
  public let endedOn: Day?
  /// Its events, in rising order.
  public let positions: [Position]

  /// Whether it ended, or still lasts, after its last day.
  public var isLate: Bool { state == .overdue || endedOn.map { $0 > due } ?? false }
}

/// One qualification of a party and what became of it (art. 23).
public struct QualificationCourse: Sendable, Hashable {
  /// Whether it has it.
  public enum State: Sendable, Hashable {
    /// Never lost, restored, or the time is over.
    case held
    /// Lost for a time; the last day, if one was named.
    case suspended(until: Day?)
    /// Lost for good.
    case revoked
  }

  /// One thing that happened to it.
  public struct Step: Sendable, Hashable {
    /// `qualification.suspended`, `.revoked` or `.restored`.
    public let type: EventType
    /// The day.
    public let day: Day
    /// The last day of a suspension, if one was named.
    public let until: Day?
    /// Why.
    public let reason: Text
    /// The event.
    public let position: Position
  }

  /// The qualification.
  public let qualification: Identifier
  /// What happened, in valid order.
  public let steps: [Step]
  /// Whether it has it at V.
  public let state: State
}

/// A subsidy or a clawback: what was ordered, paid, and is left (art. 20, 24).
public struct DueAccount: Sendable, Hashable {
  /// The subsidy or clawback.
  public let id: Identifier
  /// The day it was ordered.
  public let orderedOn: Day
  /// How much, in fen.
  public let ordered: Int128
  /// How much of it was paid, in fen.
  public let paid: Int128
  /// The last day for it, if one was named.
  public let due: Day?
  /// Whether something is left after its last day.
  public let isOverdue: Bool
  /// Its events, in rising order.
  public let positions: [Position]

  /// What is left, in fen.
  public var left: Int128 { ordered - paid }
}
