import ArgumentParser
import ShareLedger

/// `project`: the canonical answer of a projector, with all a second machine needs to come to the same.
struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Replay the ledger through a projector; prints its canonical answer and hash.",
    discussion: """
      A second machine with the same log, the same V and K and the same fingerprint comes to the same bytes.

      EXAMPLE
        shareledger project lab findings --at 2024-12-31 --known 5000
        shareledger project lab findings --hash
        shareledger project --list
      """)

  @Argument(help: "The ledger's directory.", completion: .directory)
  var ledger: String?

  @Argument(
    help: ArgumentHelp("The projector.", valueName: "name"), completion: .list(BuiltInProjectors.all.map(\.name)))
  var name: String?

  @Flag(help: "List the projectors.")
  var list = false

  @Flag(help: "Leave the answer out: only its hash.")
  var hash = false

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var replay: ReplayOptions

  func validate() throws {
    if list {
      if ledger != nil { throw ValidationError("--list takes no ledger") }
      return
    }
    guard ledger != nil, let name else { throw ValidationError("name a ledger and a projector, or --list") }
    if BuiltInProjectors.named(name) == nil {
      throw ValidationError("\"\(Visible.text(name))\" is not a projector; `shareledger project --list` names them")
    }
  }

  func run() throws {
    let output = Output()
    if let ledger, let projector = name.flatMap(BuiltInProjectors.named) {
      try LedgerArgument.parse([ledger]).reading { ledger in
        let view = try asOf.view(ledger)
        let answer = try replay.run { try projector.project(view, $0) }
        try write(answer, view.asOf, output)
      }
    } else {
      var table = Table(["projector", "revision", "fingerprint", "answers"])
      for projector in BuiltInProjectors.all {
        table.add([
          .text(projector.name), .number("\(projector.revision)"), .text(projector.fingerprint.text),
          .text(projector.summary),
        ])
      }
      try output.table(table)
    }
    try output.flush()
  }

  private func write(_ answer: BuiltInProjectors.Answer, _ asOf: AsOf, _ output: Output) throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.asOf(asOf)
    writer.member("projector", answer.name)
    writer.member("revision", Int64(answer.revision))
    writer.member("fingerprint", answer.fingerprint.text)
    writer.member("hash", ContentHash(hashing: answer.bytes).text)
    if !hash {
      writer.key("answer")
      try output.write(writer.bytes)
      try output.write(answer.bytes)
      try output.line("}")
    } else {
      writer.endObject()
      writer.endLine()
      try output.write(writer.bytes)
    }
  }
}

/// The projectors that come with the ledger.
enum BuiltInProjectors {
  /// An answer as the projector writes it.
  struct Answer {
    let name: String
    let revision: Int
    let fingerprint: ContentHash
    let bytes: [UInt8]

    init<P: Projector>(_ projection: Projection<P>) {
      name = projection.projector.name
      revision = projection.projector.revision
      fingerprint = projection.projector.fingerprint
      bytes = projection.bytes
    }
  }

  /// A projector by name.
  struct Entry: Sendable {
    let name: String
    let revision: Int
    let fingerprint: ContentHash
    let summary: String
    let project: @Sendable (LedgerView, ProjectionOptions) throws -> Answer

    init(_ projector: some MergeableProjector, _ summary: String) {
      (name, revision, fingerprint) = (projector.name, projector.revision, projector.fingerprint)
      self.summary = summary
      project = { view, options in Answer(try view.project(projector, options: options)) }
    }
  }

  static let all: [Entry] = [
    Entry(FindingsProjector(), "everything recorded that the regulation does not want")
  ]

  static func named(_ name: String) -> Entry? { all.first { $0.name == name } }
}
