import ArgumentParser
import EventModel
import ShareLedger

/// `duplicates`: what is open already of what somebody plans to buy.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "Show which open resources a planned purchase would double (art. 22).",
    discussion: """
      Resources open to others of the same class or with a similar name, and how long each was used in the 365 days up to \
      the day of --at. Names are compared by words of ASCII letters and digits and by pairs of neighbouring characters.

      EXAMPLE
        shareledger duplicates lab 核磁共振波谱仪 --class 010502
        shareledger duplicates lab "NMR spectrometer 600 MHz" --area 5001 --similarity 3000 --json
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: ArgumentHelp("What it is called.", valueName: "name"), transform: Arguments.text)
  var name: Text

  @Option(
    name: .customLong("class"), help: ArgumentHelp("Its class.", valueName: "code"), transform: Arguments.identifier)
  var classCode: Identifier?

  @OptionGroup var area: AreaOption

  @Option(
    help: ArgumentHelp(
      "How alike names have to be, in basis points.", discussion: "Default: 5000, half of their parts.",
      valueName: "basis points"))
  var similarity: Int64 = 5_000

  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    guard (1...10_000).contains(similarity) else { throw ValidationError("--similarity must be from 1 to 10000") }
  }

  func run() throws {
    try place.reading { ledger in
      var plan = PlannedPurchase(name: name, classCode: classCode, area: area.area)
      plan.similarityMinBasisPoints = similarity
      let check = try asOf.view(ledger).duplicates(of: plan)
      var sheet = MatchesOutput.sheet("hits", check.hits)
      sheet.facts = [
        ("name", .text(plan.name.string)), ("class", .text(plan.classCode?.text)),
        ("from", .text("\(check.period.from)")), ("through", .text("\(check.period.through)")),
        ("meanSeconds", .seconds(check.meanSeconds?.rounded)),
      ]
      let output = Output()
      try sheet.write(check.asOf, output, format)
      try output.flush()
    }
  }
}
