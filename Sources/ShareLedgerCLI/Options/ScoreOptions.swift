public import ArgumentParser
import EventModel
import Glibc
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

  @Option(help: ArgumentHelp("The language of labels.", discussion: "Default: as the locale says."))
  var lang: LabelLanguage?

  /// The set as the library takes it.
  var choice: IndicatorSetChoice {
    if let named = self.set { .named(named) } else { .inForce }
  }

  /// The language asked for, or that of the locale.
  var language: LabelLanguage { lang ?? .ofLocale }
}

extension LabelLanguage {
  /// The language of the locale this process runs in.
  static var ofLocale: LabelLanguage {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return LabelLanguage(locale: value) }
    }
    return .en
  }
}

extension DayRangeOptions {
  /// Scorecards are about a period: there is no default for its beginning.
  func requireBeginning() throws {
    if from == nil { throw ValidationError("--from is missing: a scorecard needs a period") }
  }
}

extension ScoreRole: ExpressibleByArgument {}
extension LabelLanguage: ExpressibleByArgument {}
