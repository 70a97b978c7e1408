import ArgumentParser
import EventModel
import ShareLedger

/// `findings`: everything recorded that the regulation does not want.
struct FindingsCommand: LabelledQuestion {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "Show what is recorded that the regulation does not want, with its evidence.",
    discussion: """
      Nothing is refused for any of it. Every row names rule, article, party, what it is about, since when, until when, \
      what was measured and against what, the policy that decided, and the positions that show it.

      EXAMPLE
        shareledger findings lab --open
        shareledger findings lab --rule notRegistered --rule registeredLate --at 2024-12-31 --csv
        shareledger findings lab --party 125000004504012315 --known 5000 --json
        shareledger findings lab --summary --lang zh
        shareledger findings lab --open --html > findings.html

      `shareledger rules` lists the rules. Those whose threshold the regulation does not name find nothing until a policy \
      names it.
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var options: FindingOptions

  @Flag(help: "Count the findings of each rule instead.")
  var summary = false

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var replay: ReplayOptions
  @OptionGroup var labels: LanguageOption

  @OptionGroup var form: PrintableForm

  var format: OutputFormat? { form.format }

  func validate() throws {
    if form.html, summary { throw ValidationError("--html is for the findings themselves") }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    let findings = try replay.run { try view.findings(options.filter, options: $0) }
    let language = labels.language
    if summary { return Answer(view, FindingsOutput.summary(findings, language)) }
    let sheet = FindingsOutput.sheet(findings, language)
    guard form.html else { return Answer(view, sheet) }
    let name = try options.party.flatMap { try view.names(of: [$0])[$0] }
    let printout = FindingsPrintout(
      findings: findings, sheet: sheet, party: options.party, name: name, asOf: view.asOf, language: language)
    return Answer(view, sheet, printout.printout)
  }
}
