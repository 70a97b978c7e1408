import ArgumentParser
import EventModel
import ShareLedger

/// `whatif`: what proposed numbers would do to the scorecards of a period.
struct WhatIfCommand: LabelledQuestion {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Show which parties a proposed indicator set or policy would move; nothing is recorded.",
    discussion: """
      EXAMPLE
        shareledger whatif lab --from 2024-01-01 --through 2024-12-31 --proposed-set trial.json
        shareledger whatif lab --from 2024-01-01 --parameter registrationDays=60 --parameter equipmentThresholdFen=50000000

      The file holds the data of an indicatorSet.published event. Proposed parameters hold on all days of the past.
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var days: DayRangeOptions
  @OptionGroup var options: ScoreOptions
  @OptionGroup var proposal: ProposalOptions
  @OptionGroup var labels: LanguageOption
  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var form: PrintableForm

  var format: OutputFormat? { form.format }

  func validate() throws {
    try days.requireBeginning()
    if proposal.isEmpty { throw ValidationError("nothing is proposed: give --proposed-set or --parameter") }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    guard let proposal = try proposal.proposal() else { throw ValidationError("nothing is proposed") }
    let whatIf = try view.whatIf(proposal, as: options.role, in: try days.period(in: view), by: options.choice)
    let sheet = WhatIfSheet(whatIf: whatIf, language: labels.language).sheet
    let printout = SheetPrintout(kind: .whatIf, sheet: sheet, asOf: view.asOf, language: labels.language)
    return Answer(view, sheet, form.html ? printout.printout : nil)
  }
}
