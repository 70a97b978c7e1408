import ArgumentParser

/// How an answer is written that has a printout too.
struct PrintableForm: ParsableArguments {
  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  @Flag(
    help: "Write an HTML page that prints on A4 and opens without a network.")
  var html = false

  func validate() throws {
    if html, format != nil { throw ValidationError("--html goes with neither --json nor --csv") }
  }
}
