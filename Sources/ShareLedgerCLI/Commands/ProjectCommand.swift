import ArgumentParser
import ShareLedger

/// `project`: the canonical answer of a projector, with all a second machine needs to come to the same.
struct ProjectCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Replay the ledger through a projector; prints its canonical answer and hash.",
    discussion: """
      A second machine with the same log, the same V and K and the same fingerprint comes to the same bytes.

      EXAMPLE
        shareledger project lab findings --at 2024-12-31 --known 5000
        shareledger project lab findings --hash
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp("The projector: \(BuiltInProjectors.names).", valueName: "name"),
    completion: .list(BuiltInProjectors.all.map(\.name)), transform: BuiltInProjectors.named)
  var projector: BuiltInProjectors.Entry

  @Flag(help: "Leave the answer out: only its hash.")
  var hash = false

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var replay: ReplayOptions

  /// A projector's answer is JSON.
  var format: OutputFormat? { .json }

  func answer(_ view: LedgerView) throws -> Answer {
    let projected = try replay.run { try projector.project(view, $0) }
    return Answer { output, _ in try write(projected, view.asOf, output) }
  }

  private func write(_ projected: BuiltInProjectors.Projected, _ asOf: AsOf, _ output: Output) throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.asOf(asOf)
    writer.member("projector", projected.name)
    writer.member("revision", Int64(projected.revision))
    writer.member("fingerprint", projected.fingerprint.text)
    writer.member("hash", ContentHash(hashing: projected.bytes).text)
    if !hash {
      writer.key("answer")
      try output.write(writer.bytes)
      try output.write(projected.bytes)
      try output.line("}")
    } else {
      writer.endObject()
      writer.endLine()
      try output.write(writer.bytes)
    }
  }
}
