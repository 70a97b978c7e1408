import ArgumentParser
import EventModel
import ShareLedger

/// `disclose`: what the public may know about resources and their use.
struct DiscloseCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "disclose", abstract: "Show the public tables of resources and their use (art. 14, 17).",
    discussion: """
      Resources by class and unit; hours, services and users by class, unit and side. A cell about fewer users than \
      --users is left out, and so many others that none of these can be computed from the totals. Classes are told apart \
      by the first --digits of their code. --json is the canonical form; disclosure.published keeps its hash.

      EXAMPLE
        shareledger disclose lab --from 2024-01-01 --through 2024-12-31
        shareledger disclose lab --unit 125000004504012315 --from 2024-01-01 --through 2024-12-31 --json > public.json
        shareledger disclose lab --from 2024-01-01 --through 2024-12-31 --hash
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var days: DayRangeOptions

  @Option(help: ArgumentHelp("Only this unit's resources.", valueName: "party"), transform: Arguments.identifier)
  var unit: Identifier?

  @Option(help: ArgumentHelp("The fewest users a cell may be about.", valueName: "count"))
  var users = 5

  @Option(help: ArgumentHelp("How many digits of the code tell classes apart.", valueName: "count"))
  var digits = 2

  @Flag(help: "Write only the hash of the canonical form.")
  var hash = false

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var replay: ReplayOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    if days.from == nil { throw ValidationError("--from is missing: use is that of a period") }
    if users < 1 { throw ValidationError("--users must be at least 1") }
    if hash, format != nil {
      throw ValidationError("--hash and --\(format == .csv ? "csv" : "json") exclude each other")
    }
    if digits < 0 { throw ValidationError("--digits must not be negative") }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    var question = DisclosureQuestion(try days.period(in: view))
    (question.unit, question.usersMin, question.classDigits) = (unit, users, digits)
    let projection = try replay.run { try view.disclosure(question, options: $0) }
    // What is published or hashed stays as it is.
    return Answer(isBare: hash || format == .json) { output, format in
      if format == .json { return try output.write(projection.bytes) }
      if hash { return try output.line(projection.hash.text) }
      var sheet = DisclosureOutput.sheet(projection.output)
      sheet.facts = [
        ("hash", .text(projection.hash.text)),
        ("leftOut", .count(Int64(DisclosureOutput.leftOutCount(projection.output)))),
      ]
      try sheet.write(view.asOf, output, format)
    }
  }
}
