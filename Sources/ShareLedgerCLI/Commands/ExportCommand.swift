import ArgumentParser
import ShareLedger

/// `export`: the events as CloudEvents lines, or their postings for accounting tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write events, or their postings for other tools, byte for byte the same every time.",
    discussion: """
      As cloudevents the lines hold positions, recorded times and batches: `import --replica` makes the same ledger of \
      them. The other formats hold one balanced transaction an event and day; with --at, the postings of days up to \
      then. A file appears under its name only once it is complete and on the disk.

      EXAMPLE
        shareledger export lab -o lab.jsonl
        shareledger export lab --tag resource:160 | jq .type
        shareledger export lab --format hledger | hledger -f - balance
      """)

  /// What can be written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case cloudevents, hledger, beancount, csv

    /// The form of postings; `nil` for the events themselves.
    var postings: PostingFormat? { PostingFormat(rawValue: rawValue) }
  }

  @OptionGroup var place: LedgerArgument
  @OptionGroup var selection: SelectionOptions

  @Option(help: "Events as cloudevents, or postings for hledger, beancount or as csv.")
  var format = Format.cloudevents

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    try place.reading { ledger in
      let view = try selection.view(ledger)
      if let output, output != "-" {
        Interruption.deferToSteps()
        try write(view, toFile: output)
      } else {
        let output = Output()
        try output.finishing { try write(view) { try output.write($0) } }
      }
    }
  }

  private func write(_ view: LedgerView, toFile path: String) throws {
    if let postings = format.postings {
      try view.exportPostings(as: postings, selection.selection(), toFile: path) { Interruption.isRequested }
    } else {
      try view.export(selection.selection(), toFile: path) { Interruption.isRequested }
    }
  }

  private func write(_ view: LedgerView, to write: ([UInt8]) throws -> Void) throws {
    if let postings = format.postings {
      try view.exportPostings(as: postings, selection.selection(), to: write)
    } else {
      try view.export(selection.selection(), to: write)
    }
  }
}
