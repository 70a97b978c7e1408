import EventModel
import ShareLedger

/// An answer of rows and of what holds for all of them, written for people, for spreadsheets or for programs.
struct Sheet {
  /// A value that knows how people and how programs read it.
  enum Value {
    case text(String?)
    case count(Int64?)
    /// A word for programs, and what people read.
    case word(String?, shown: String?)
    /// A whole number of any size.
    case number(Int128?)
    /// Yuan for people, fen for programs.
    case fen(Int128?)
    /// Hours, minutes and seconds for people, seconds for programs.
    case seconds(Int128?)
    /// A ratio in hundredths, with two decimals for all.
    case hundredths(Int128?)
    case flag(Bool)
    /// Points of an assessment for people, basis points for programs.
    case points(Int64?)
    /// The value of an indicator: for programs in the unit of its targets.
    case score(ExactRatio?, ScoreIndicator?)
    /// What an indicator's value is held against, as its values are written for people.
    case target(Int64?, ScoreIndicator?)
    /// Evidence: for people the first few.
    case positions([Position])
  }

  /// What the rows are called in JSON.
  let name: String
  /// The names of the columns.
  let titles: [String]
  /// The names of the columns for people, when they have others.
  var shownTitles: [String]?
  private(set) var rows: [[Value]] = []
  /// What holds for the answer as a whole: below the table, and members in JSON; CSV has rows only.
  var facts: [(name: String, value: Value)] = []

  /// Further rows of the answer: a table below for people, a member in JSON.
  var lists: [Sheet] = []

  init(_ name: String, _ titles: [String]) {
    self.name = name
    self.titles = titles
  }

  mutating func add(_ row: [Value]) { rows.append(row) }

  /// What holds for the answer as a whole, by its name.
  func fact(_ name: String) -> Value { facts.first { $0.name == name }?.value ?? .text(nil) }

  func write(_ asOf: AsOf, _ output: Output, _ format: OutputFormat?) throws(FileFault) {
    switch format {
    case .json: try output.json { writeJSON(asOf, &$0) }
    case .csv:
      try output.write(CSV.row(titles.map { .text($0) }))
      for row in rows { try output.write(CSV.row(row.map(\.cell))) }
    case nil:
      try output.table(table)
      for list in lists where !list.rows.isEmpty { try output.table(list.table) }
      for fact in facts where !fact.value.shownCell.content.isEmpty {
        try output.line("\(fact.name): \(Visible.text(fact.value.shownCell.content))")
      }
      try output.remark("\(rows.count) rows · \(asOf.remark)")
    }
  }

  private var table: Table {
    var table = Table(shownTitles ?? titles)
    for row in rows { table.add(row.map(\.shownCell)) }
    return table
  }

  private func writeJSON(_ asOf: AsOf, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.asOf(asOf)
    for fact in facts { writer.member(fact.name, fact.value) }
    for list in lists { list.writeRows(&writer) }
    writeRows(&writer)
    writer.endObject()
  }

  private func writeRows(_ writer: inout JSONWriter) {
    writer.list(name, rows) { writer, row in
      for (title, value) in zip(titles, row) { writer.member(title, value) }
    }
  }
}

extension Sheet.Value {
  private static let shownPositionCountMax = 6

  /// The value for programs.
  var cell: Cell {
    switch self {
    case .text(let text), .word(let text, _): .optional(text)
    case .count(let number): number.map { .number("\($0)") } ?? .none
    case .number(let amount), .fen(let amount), .seconds(let amount): amount.map { .number("\($0)") } ?? .none
    case .hundredths(let amount): amount.map { .number(Amounts.yuan($0)) } ?? .none
    case .flag(let flag): .text("\(flag)")
    case .points(let points): points.map { .number("\($0)") } ?? .none
    case .target(let target, _): target.map { .number("\($0)") } ?? .none
    case .score(let value, let indicator):
      value?.rounded(in: indicator?.unit ?? .count).map { .number("\($0)") } ?? .none
    case .positions(let positions): .text(positions.map(\.description).joined(separator: " "))
    }
  }

  /// The value for people.
  var shownCell: Cell {
    switch self {
    case .fen(let amount): amount.map { .number(Amounts.yuan($0)) } ?? .none
    case .seconds(let amount): amount.map { .number(Amounts.hours($0)) } ?? .none
    case .flag(let flag): .text(flag ? "yes" : "no")
    case .points(let points): points.map { .number(Amounts.yuan(Int128($0))) } ?? .none
    case .score(let value?, let indicator?): .number(Amounts.score(value, indicator))
    case .word(_, let shown): .optional(shown)
    case .target(let target?, let indicator?):
      ExactRatio(Int128(target), Int128(indicator.unit.scale)).map { .number(Amounts.score($0, indicator)) } ?? cell
    case .positions(let positions) where positions.count > Self.shownPositionCountMax:
      .text(
        positions.prefix(Self.shownPositionCountMax).map(\.description).joined(separator: " ")
          + " … (\(positions.count))")
    default: cell
    }
  }
}

extension JSONWriter {
  /// Amounts are strings of whole fen or seconds, as are ratios; positions are strings everywhere.
  mutating func member(_ name: String, _ value: Sheet.Value) {
    switch value {
    case .text(let text), .word(let text, _): member(name, text)
    case .count(let number): member(name, number)
    case .flag(let flag): member(name, flag)
    case .points(let number), .target(let number, _): member(name, number)
    case .number, .fen, .seconds, .hundredths, .score:
      if case .none = value.cell { member(name, nil as String?) } else { member(name, value.cell.content) }
    case .positions(let positions):
      key(name)
      beginArray()
      for position in positions { string("\(position)") }
      endArray()
    }
  }
}
