public import ArgumentParser
import EventModel
public import ShareLedger

/// As what parties are assessed, by which indicators.
struct ScoreOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: "As what parties are assessed: a unit by its resources, an organisation by what it delivered.")
  var role: ScoreRole = .unit

  @Option(
    help: ArgumentHelp(
      "The indicator set.", discussion: "Default: the one in force on the last day.", valueName: "set"),
    transform: Arguments.identifier)
  var set: Identifier?

  /// The set as the library takes it.
  var choice: IndicatorSetChoice {
    if let named = self.set { .named(named) } else { .inForce }
  }
}

extension DayRangeOptions {
  /// Scorecards are about a period: there is no default for its beginning.
  func requireBeginning() throws {
    if from == nil { throw ValidationError("--from is missing: a scorecard needs a period") }
  }
}

extension ScoreRole: ExpressibleByArgument {}
