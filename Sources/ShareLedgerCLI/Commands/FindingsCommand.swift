import ArgumentParser
import EventModel
import ShareLedger

/// `findings`: everything recorded that the regulation does not want.
struct FindingsCommand: ParsableCommand {
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
        shareledger findings --list

      Rules whose threshold the regulation does not name find nothing until a policy names it: see the column parameter \
      of --list.
      """)

  @Argument(help: "The ledger's directory.", completion: .directory)
  var ledger: String?

  @OptionGroup var options: FindingOptions

  @Flag(help: "Count the findings of each rule instead.")
  var summary = false

  @Flag(help: "List the rules.")
  var list = false

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var replay: ReplayOptions
  @OptionGroup var labels: LanguageOption

  @OptionGroup var form: PrintableForm

  func validate() throws {
    if list, ledger != nil { throw ValidationError("--list takes no ledger") }
    if form.html, list || summary { throw ValidationError("--html is for the findings themselves") }
    if !list, ledger?.isEmpty ?? true { throw ValidationError("name a ledger, or --list") }
  }

  func run() throws {
    let output = Output()
    if let ledger {
      try LedgerArgument.parse([ledger]).reading { ledger in
        let view = try asOf.view(ledger)
        let findings = try replay.run { try view.findings(options.filter, options: $0) }
        try write(findings, view, output)
      }
    } else {
      var table = Table(["rule", "article", "parameter", "finds"])
      for rule in FindingRule.allCases {
        table.add([
          .text(rule.rawValue), .text(rule.article), .optional(rule.parameter?.rawValue),
          .text(rule.label(labels.language)),
        ])
      }
      try output.table(table)
    }
    try output.flush()
  }

  private func write(_ findings: [Finding], _ view: LedgerView, _ output: Output) throws {
    if summary { return try FindingsOutput.summary(findings, labels.language).write(view.asOf, output, form.format) }
    let sheet = FindingsOutput.sheet(findings, labels.language)
    guard form.html else { return try sheet.write(view.asOf, output, form.format) }
    let name = try options.party.flatMap { try view.names(of: [$0])[$0] }
    let printout = FindingsPrintout(
      findings: findings, sheet: sheet, party: options.party, name: name, asOf: view.asOf, language: labels.language)
    try output.write(printout.printout.document(nil))
  }
}
