public import EventModel

/// How many resources of a class a unit has (art. 14).
public struct DisclosedResources: Sendable, Hashable {
  /// The first digits of the class's code; absent for resources without one.
  public let classCode: String?
  /// The unit.
  public let unit: Identifier
  /// All of them.
  public let count: Int
  /// Those the regulation concerns.
  public let inScopeCount: Int
  /// Those open to others.
  public let openCount: Int
}

/// The use of the resources of a class, of a unit, or of both, by one side.
public struct DisclosedUse: Sendable, Hashable {
  /// What was counted.
  public struct Figures: Sendable, Hashable {
    /// How long resources were used, in seconds.
    public let seconds: Int64
    /// How many services there were.
    public let services: Int64
    /// How many users.
    public let users: Int
  }

  /// The first digits of the class's code; absent for resources without one, and in sums over classes.
  public let classCode: String?
  /// The unit; absent in sums over units.
  public let unit: Identifier?
  /// Absent when it is not published, because it is about few users or would tell of a cell that is.
  public let figures: Figures?
}

/// The use of one side: cells, their sums by class and by unit, and all together.
public struct DisclosedSide: Sendable, Hashable {
  /// Whether users are the unit's own people.
  public let side: UsageSide
  /// Classes and units with any use, in that order.
  public let cells: [DisclosedUse]
  /// Sums over units; none when there is only one.
  public let byClass: [DisclosedUse]
  /// Sums over classes; none when there is only one.
  public let byUnit: [DisclosedUse]
  /// The sum of all.
  public let total: DisclosedUse
}

/// What the public may know about resources and their use: distribution, use and sharing (art. 14), without cells that
/// tell of few users (art. 17).
public struct Disclosure: Sendable, Hashable {
  /// The two times.
  public let asOf: AsOf
  /// What was asked for.
  public let question: DisclosureQuestion
  /// The resources by class and unit.
  public let resources: [DisclosedResources]
  /// The use by others, then by the units' own people; each side for itself, so that one does not tell of the other.
  public let sides: [DisclosedSide]
}

/// What is to be disclosed.
public struct DisclosureQuestion: Sendable, Hashable {
  /// The civil days of the use.
  public var period: CivilPeriod
  /// Only this unit's resources; all without.
  public var unit: Identifier?
  /// The fewest users a published cell may be about.
  public var usersMin = 5
  /// By how many digits of their code classes are told apart; the national classification has two for each level.
  public var classDigits = 2

  /// All units, at least five users, classes of the first level.
  public init(_ period: CivilPeriod) { self.period = period }
}
