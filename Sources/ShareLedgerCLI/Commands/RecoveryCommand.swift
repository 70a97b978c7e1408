import ArgumentParser
import EventModel
import ShareLedger

/// `recovery`: cost, income and surplus of a unit.
struct RecoveryCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Show whether a unit's income covers its cost, and no more (art. 16).",
    discussion: """
      EXAMPLE
        shareledger recovery lab 125000004504012315 --from 2024-01-01 --through 2024-12-31
        shareledger recovery lab 125000004504012315 --pool nmr --from 2024-01-01 --known 5000 --evidence --json

      Income is what was charged, net of adjustments and reversals; byVoucher and waived say how much of it vouchers \
      paid and users were let off. reserveDays is the cumulative surplus in days of the period's cost.
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: ArgumentHelp("The unit.", valueName: "party"), transform: Arguments.identifier)
  var unit: Identifier

  @Option(help: ArgumentHelp("Only this cost pool.", valueName: "pool"), transform: Arguments.identifier)
  var pool: Identifier?

  @OptionGroup var days: DayRangeOptions
  @OptionGroup var asOf: AsOfOptions

  @Flag(help: "Name the positions behind each amount.")
  var evidence = false

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    if days.from == nil { throw ValidationError("--from is missing: days of cost need a period") }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    let statement = try view.recovery(of: unit, pool: pool, in: try days.period(in: view))
    return Answer { try RecoveryCommand.sheet(statement, evidence: evidence).write(view.asOf, $0, $1) }
  }

  static func sheet(_ statement: RecoveryStatement, evidence: Bool) -> Sheet {
    let names = evidence ? ["costPositions", "incomePositions", "byVoucherPositions", "waivedPositions"] : []
    var sheet = Sheet("lines", ["component"] + RecoveryLine.titles + names)
    let positions = { (line: RecoveryLine) -> [Sheet.Value] in
      let found = line.evidence
      return evidence ? [found.cost, found.income, found.byVoucher, found.waived].map { .positions($0) } : []
    }
    for component in statement.components {
      sheet.add([.text(component.component.wireName)] + component.line.values + positions(component.line))
    }
    sheet.add([.text("total")] + statement.total.values + positions(statement.total))
    sheet.facts = [
      ("unit", .text(statement.unit.text)), ("pool", .text(statement.pool?.text)),
      ("from", .text("\(statement.period.from)")), ("through", .text("\(statement.period.through)")),
      ("days", .count(Int64(statement.total.dayCount))),
    ]
    return sheet
  }
}

extension RecoveryLine {
  /// The names of ``values``.
  static let titles = [
    "cost", "income", "byVoucher", "waived", "surplus", "surplusPercent", "carriedForward", "cumulative", "reserveDays",
  ]

  /// The amounts of a line.
  var values: [Sheet.Value] {
    [
      .fen(cost), .fen(income), .fen(byVoucher), .fen(waived), .fen(surplus), .hundredths(surplusPercent?.hundredths),
      .fen(carriedForward), .fen(cumulative), .hundredths(reserveDays?.hundredths),
    ]
  }
}

extension DayRangeOptions {
  /// The days from the first to the last; by default from the beginning of the calendar to the day of `--at`.
  func period(in view: LedgerView) throws -> CivilPeriod {
    let (from, through) = (from ?? .first, through ?? view.asOf.valid.day)
    guard let period = CivilPeriod(from: from, through: through) else {
      throw ValidationError("--from \(from) lies after --at \(through)")
    }
    return period
  }
}
