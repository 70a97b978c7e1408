package import EventLog
public import EventModel

/// One indicator of one scorecard.
public struct ScoreCell: Sendable, Hashable {
  /// The indicator's name in indicator sets.
  public let id: Identifier
  /// What the ledger computes by this name; `nil` when a set names something it does not know.
  public let indicator: ScoreIndicator?
  /// The exact value; `nil` when it would divide by zero, which is not a value of zero.
  ///
  /// Rates and means are in ones, hours in seconds, money in fen.
  public let value: ExactRatio?
  /// Target, weight and cap; `nil` when the set does not count the indicator.
  public let terms: Indicator?
  /// The points in basis points of the whole assessment; `nil` when the set does not count the indicator.
  public let points: Int64?

  /// The value in the unit of targets, half a unit rounded up; `nil` without a value or beyond 64 bits.
  public var rounded: Int64? {
    guard let value, let indicator else { return nil }
    return value.rounded(in: indicator.unit)
  }
}

extension ExactRatio {
  /// The number in a unit of targets, half a unit rounded up; `nil` beyond 64 bits.
  public func rounded(in unit: ScoreUnit) -> Int64? {
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: Int128(unit.scale))
    return overflow ? nil : Int64(exactly: ExactRatio.halfUp(scaled, over: denominator))
  }
}

/// How a party did in a period, as of (V, K), by an indicator set (art. 20).
public struct Scorecard: Sendable, Hashable {
  /// The party.
  public let party: Identifier
  /// As what, in which days, as of when.
  public let question: ScoreQuestion
  /// By which indicators; `nil` when no set is in force, and there are no points then.
  public let set: IndicatorSet?
  /// What was counted.
  public let tally: ScoreTally
  /// Every indicator the ledger knows, then those of the set it does not know.
  public let cells: [ScoreCell]
  /// The sum of the points of all cells, in basis points of the whole assessment.
  public let total: Int64

  /// Makes the cells of what was counted: nothing else is needed.
  init(_ party: Identifier, _ question: ScoreQuestion, _ set: IndicatorSet?, _ tally: ScoreTally) {
    self.party = party
    self.question = question
    self.set = set
    self.tally = tally
    cells = ScoreTable(set).cells(tally)
    total = cells.reduce(0) { $0 + ($1.points ?? 0) }
  }

  /// The scorecard of one party.
  ///
  /// - Complexity: O(events of the party's resources, and its postings outside blocks that count as a whole).
  package init(
    _ log: LogReader, of party: Identifier, _ question: ScoreQuestion, by choice: IndicatorSetChoice
  ) throws {
    try self.init(log, of: party, question, try choice.resolved(question, log))
  }

  init(_ log: LogReader, of party: Identifier, _ question: ScoreQuestion, _ set: IndicatorSet?) throws {
    self.init(party, question, set, try ScoreBook(log, question, party: party).tallies[party] ?? ScoreTally())
  }

  /// The cell of an indicator.
  public subscript(indicator: ScoreIndicator) -> ScoreCell {
    // The indicators the ledger knows come first, in their order.
    cells[indicator.place]
  }

  /// The cell of an indicator by its name in sets.
  public subscript(id: Identifier) -> ScoreCell? { cells.first { $0.id == id } }
}

extension ScoreIndicator {
  var place: Int { ScoreIndicator.allCases.firstIndex(of: self) ?? 0 }
}

/// The cells of one indicator set, ready to be filled.
struct ScoreTable {
  private struct Row {
    let id: Identifier
    let indicator: ScoreIndicator?
    let terms: Indicator?
  }

  private let rows: [Row]
  private let hourBase: Int64?

  init(_ set: IndicatorSet?) { self.init(set?.data.indicators ?? [], hourBase: set?.data.hourBase.value) }

  init(_ terms: [Indicator], hourBase: Int64?) {
    self.hourBase = hourBase
    var rows: [Row] = []
    for indicator in ScoreIndicator.allCases {
      // The names of the cases are ids.
      guard let id = try? Identifier(indicator.rawValue) else { continue }
      rows.append(Row(id: id, indicator: indicator, terms: terms.first { $0.id == id }))
    }
    for other in terms where ScoreIndicator(rawValue: other.id.text) == nil {
      rows.append(Row(id: other.id, indicator: nil, terms: other))
    }
    self.rows = rows
  }

  func cells(_ tally: ScoreTally) -> [ScoreCell] { rows.map { cell($0, tally) } }

  /// The cell of one indicator; `nil` when neither the ledger nor the set knows it.
  func cell(_ id: Identifier, _ tally: ScoreTally) -> ScoreCell? {
    rows.first { $0.id == id }.map { cell($0, tally) }
  }

  private func cell(_ row: Row, _ tally: ScoreTally) -> ScoreCell {
    let value = row.indicator?.formula.value(tally, hourBase: hourBase)
    let points = row.terms.map { ScorePoints.of(value, in: row.indicator?.unit ?? .count, by: $0) }
    return ScoreCell(id: row.id, indicator: row.indicator, value: value, terms: row.terms, points: points)
  }
}
