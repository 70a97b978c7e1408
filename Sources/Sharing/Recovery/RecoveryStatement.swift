package import EventLog
public import EventModel

/// Whether what a unit charges covers what its services cost, and no more: cost, income and surplus of a period by
/// component (art. 16).
///
/// Cost of 1,000,000.00 and income of 1,150,000.00 yuan in 365 days leave a surplus of 15 %, which is 54.75 days of cost.
public struct RecoveryStatement: Sendable, Hashable {
  /// The line of one component.
  public struct Component: Sendable, Hashable {
    /// What the cost was for.
    public let component: CostComponent
    /// Its amounts.
    public let line: RecoveryLine
  }

  /// The two times.
  public let asOf: AsOf
  /// The unit.
  public let unit: Identifier
  /// The pool, or `nil` for all the unit's pools together.
  public let pool: Identifier?
  /// The period; days after the view's do not count.
  public let period: CivilPeriod
  /// The components that have any amount, in the order of the schema.
  public let components: [Component]
  /// All components together.
  public let total: RecoveryLine

  /// Adds up the unit's postings.
  ///
  /// - Complexity: O(postings of the unit's cost and income, and events of its deductions and waivers in the period).
  package init(_ log: LogReader, unit: Identifier, pool: Identifier?, in period: CivilPeriod, asOf: AsOf) throws {
    let book = try RecoveryBook(log, unit: unit, in: period, asOf: asOf)
    self.asOf = asOf
    self.unit = unit
    self.pool = pool
    self.period = period
    let lines = book.lines.filter { pool == nil || $0.key.pool == pool }
    (components, total) = RecoveryStatement.sums(lines, dayCount: book.days.count)
  }

  /// Adds up the pools of each component, and the components.
  static func sums(
    _ lines: [RecoveryBook.Key: RecoveryLine], dayCount: Int
  ) -> (components: [Component], total: RecoveryLine) {
    var byComponent: [CostComponent: RecoveryLine] = [:]
    for (key, line) in lines { byComponent[key.component, default: RecoveryLine(dayCount: dayCount)].add(line) }
    var components: [Component] = []
    var total = RecoveryLine(dayCount: dayCount)
    for component in CostComponent.allCases {
      guard var line = byComponent[component], !line.isEmpty else { continue }
      line.sortEvidence()
      components.append(Component(component: component, line: line))
      total.add(line)
    }
    total.sortEvidence()
    return (components, total)
  }
}
