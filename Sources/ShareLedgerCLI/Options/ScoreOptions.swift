public import ArgumentParser
import EventModel
import Glibc
public import ShareLedger

/// Which scorecards, by which indicators.
struct ScoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first civil day in Beijing.", valueName: "day"), transform: Arguments.day)
  var from: Day

  @Option(
    help: ArgumentHelp(
      "The last civil day in Beijing; days after --at do not count.", discussion: "Default: the day of --at.",
      valueName: "day"),
    transform: Arguments.day)
  var through: Day?

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
  var language: LabelLanguage {
    if let lang { return lang }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return LabelLanguage(locale: value) }
    }
    return .en
  }

  /// The days, as the view cuts them off.
  func period(in view: LedgerView) throws -> CivilPeriod {
    let last = through ?? view.asOf.valid.day
    guard let period = CivilPeriod(from: from, through: last) else {
      throw ValidationError("--from \(from) lies after \(through == nil ? "--at" : "--through") \(last)")
    }
    return period
  }
}

extension ScoreRole: ExpressibleByArgument {}
extension LabelLanguage: ExpressibleByArgument {}
