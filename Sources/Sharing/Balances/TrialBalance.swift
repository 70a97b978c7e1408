package import EventLog
public import EventModel

/// Whether everything counted balances at (V, K): per commodity, debit balances equal credit balances.
public struct TrialBalance: Sendable, Hashable {
  /// One commodity.
  public struct Line: Sendable, Hashable {
    /// What is counted.
    public let commodity: Commodity
    /// The sum of the balances above zero.
    public internal(set) var debit: Int128 = 0
    /// The sum of the balances below zero, as a positive number.
    public internal(set) var credit: Int128 = 0
    /// How many accounts do not come to zero.
    public internal(set) var accountCount = 0

    /// Debit less credit: always zero, or the postings are damaged.
    public var difference: Int128 { debit - credit }
  }

  /// The two times.
  public let asOf: AsOf
  /// A line for every commodity, counted or not.
  public let lines: [Line]

  /// Adds up all accounts.
  ///
  /// - Complexity: O(all postings).
  package init(_ log: LogReader, asOf: AsOf) throws {
    self.asOf = asOf
    var lines = Commodity.allCases.map { Line(commodity: $0) }
    for balance in try AccountSums(log, nil, asOf: asOf).balances where balance.amount != 0 {
      guard let index = lines.firstIndex(where: { $0.commodity == balance.commodity }) else { continue }
      if balance.amount > 0 { lines[index].debit += balance.amount } else { lines[index].credit -= balance.amount }
      lines[index].accountCount += 1
    }
    self.lines = lines
  }

  /// Whether every commodity balances.
  public var isBalanced: Bool { lines.allSatisfy { $0.difference == 0 } }
}
