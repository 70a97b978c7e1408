import ArgumentParser
import ShareLedger

/// From where the difference of a score is explained.
struct ScoreSinceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "For a score: explain the difference to what was known then.", discussion: "Default: --known.",
      valueName: "position|instant"),
    transform: Arguments.known)
  var since: Known?

  @Option(
    help: ArgumentHelp(
      "For a score: explain the difference to what was true by then.", discussion: "Default: --at.",
      valueName: "date|instant"),
    transform: Arguments.validTime)
  var sinceAt: Instant?

  @Option(
    help: ArgumentHelp(
      "For a score: explain the difference to this indicator set.",
      discussion: "Default: --set, or the one in force at --since and --since-at.", valueName: "set"),
    transform: Arguments.identifier)
  var sinceSet: Identifier?

  /// Whether a difference is asked for.
  var isEmpty: Bool { since == nil && sinceAt == nil && sinceSet == nil }

  /// The view to start from.
  func view(_ ledger: Ledger, to view: LedgerView) throws(LedgerError) -> LedgerView {
    try ledger.view(at: sinceAt ?? view.asOf.valid, known: since ?? .position(view.asOf.known))
  }

  /// The set to start from.
  func choice(_ options: ScoreOptions) -> IndicatorSetChoice { sinceSet.map { .named($0) } ?? options.choice }
}
