import ArgumentParser
import EventModel
import ShareLedger

/// `explain`: the events behind a number.
struct ExplainCommand: LabelledQuestion {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show the exact events behind a balance or a score, or what moved it.",
    discussion: """
      The amounts add up to the number explained, to the last fen. A cell of a scorecard is named \
      score:PARTY:INDICATOR, its total score:PARTY. With --since, --since-at, --since-set or a proposal, shows instead \
      what moved it from there, cause by cause, adding up exactly to the difference.

      EXAMPLE
        shareledger explain lab cash:125000004504012315 --at 2025-06-30 --known 5000
        shareledger explain lab hours:x-PNNL:160:external --from 2025-01-01 --through 2025-01-31
        shareledger explain lab score:125000004504012315:openRate --from 2024-01-01 --through 2024-12-31
        shareledger explain lab score:125000004504012315 --from 2024-01-01 --at 2024-12-31 --since 5000
        shareledger explain lab score:125000004504012315 --from 2024-01-01 --since-set assessment-2024 --set trial
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp(
      "The account, such as cash:125000004504012315, or the score, such as score:125000004504012315:openRate.",
      valueName: "account|score"),
    transform: Arguments.explainSubject)
  var subject: ExplainSubject

  @OptionGroup var days: DayRangeOptions
  @OptionGroup var labels: LanguageOption
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var options: ScoreOptions
  @OptionGroup var since: ScoreSinceOptions
  @OptionGroup var proposal: ProposalOptions

  @OptionGroup var form: PrintableForm

  var format: OutputFormat? { form.format }

  private var asksForDifference: Bool { !since.isEmpty || !proposal.isEmpty }

  func validate() throws {
    switch subject {
    case .account:
      guard !asksForDifference, options.set == nil, options.role == .unit, !form.html else {
        throw ValidationError("an account takes --from, --through, --at and --known; the other options are for scores")
      }
    case .score(_, let indicator):
      try days.requireBeginning()
      if indicator == nil, !asksForDifference {
        throw ValidationError("name an indicator, or from where the total is to be explained: --since, --since-at …")
      }
      if let indicator, ScoreIndicator(rawValue: indicator.text) == nil {
        let names = ScoreIndicator.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\"\(Visible.text(indicator.text))\" is no indicator: \(names)")
      }
    }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    switch subject {
    case .account(let account):
      let explanation = try view.explanation(of: account, from: days.from, through: days.through)
      return Answer { try ExplanationOutput(explanation: explanation).write($0, $1) }
    case .score(let party, let indicator):
      let sheet = try sheet(view, party, indicator)
      let heading = party.text + (indicator.map { " · \($0)" } ?? "")
      let printout = SheetPrintout(
        kind: asksForDifference ? .explanation : .evidence, sheet: sheet, asOf: view.asOf, language: labels.language,
        heading: heading)
      return Answer(view, sheet, form.html ? printout.printout : nil)
    }
  }

  private func sheet(_ view: LedgerView, _ party: Identifier, _ indicator: Identifier?) throws -> Sheet {
    let period = try days.period(in: view)
    if let known = indicator.flatMap({ ScoreIndicator(rawValue: $0.text) }), !asksForDifference {
      let evidence = try view.scoreEvidence(of: known, for: party, as: options.role, in: period)
      return try ScoreEvidenceSheet(evidence: evidence, language: labels.language).sheet(view)
    }
    let explanation = try view.scoreExplanation(
      of: indicator, for: party, as: options.role, in: period, since: since.view(to: view),
      by: since.choice(options), to: options.choice, proposal.proposal())
    return ScoreStepsSheet(explanation: explanation, language: labels.language).sheet
  }
}
