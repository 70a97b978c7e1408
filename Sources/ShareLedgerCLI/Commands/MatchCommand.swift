import ArgumentParser
import EventModel
import ShareLedger

/// `match`: what is open of what somebody looks for.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Show which open resources fit a demand (art. 13).",
    discussion: """
      A posted demand by its id, or words of one's own. Those of the class come first, then by how much of the \
      resource's name, class or model occurs in the words.

      EXAMPLE
        shareledger match lab --demand D-17
        shareledger match lab "测定蛋白质的质谱" --kind equipment --area 5001
        shareledger match lab "XRD" --class 0103 --limit 5 --csv
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: ArgumentHelp("What is needed, in words.", valueName: "words"), transform: Arguments.text)
  var words: Text?

  @Option(help: ArgumentHelp("A posted demand.", valueName: "demand"), transform: Arguments.identifier)
  var demand: Identifier?

  @Option(help: "Only this kind of resource.")
  var kind: ResourceKind?

  @Option(
    name: .customLong("class"), help: ArgumentHelp("The class, by its first digits.", valueName: "digits"),
    transform: Arguments.identifier)
  var classCode: Identifier?

  @OptionGroup var area: AreaOption

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "rows"))
  var limit = 20

  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    guard (words == nil) != (demand == nil) else { throw ValidationError("name either --demand or words") }
    if demand != nil, kind != nil || classCode != nil || area.area != nil {
      throw ValidationError("a posted demand says itself what it needs")
    }
    if limit < 0 { throw ValidationError("--limit must not be negative") }
  }

  func run() throws {
    try place.reading { ledger in
      let view = try asOf.view(ledger)
      let matches = try matches(view)
      var sheet = MatchesOutput.sheet("matches", Array(matches.matches.prefix(limit)))
      sheet.facts = [
        ("demand", .text(demand?.text)), ("text", .text(matches.demand.text.string)),
        ("kind", .text(matches.demand.kind?.wireName)), ("class", .text(matches.demand.classCode?.text)),
        ("area", .text(matches.demand.area)), ("matchCount", .count(Int64(matches.matches.count))),
      ]
      let output = Output()
      try sheet.write(view.asOf, output, format)
      try output.flush()
    }
  }

  private func matches(_ view: LedgerView) throws -> DemandMatches {
    if let demand {
      guard let matches = try view.matches(forDemand: demand) else {
        throw ValidationError("demand \(demand) is not known in this view")
      }
      return matches
    }
    guard let words else { throw ValidationError("name either --demand or words") }
    return try view.matches(for: Demand(text: words, kind: kind, classCode: classCode, area: area.area))
  }
}
