import ArgumentParser
import ShareLedger

/// `export`: the events as CloudEvents lines, their postings for accounting tools, or the log for auditors.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write events, or their postings for other tools, byte for byte the same every time.",
    discussion: """
      As cloudevents the lines hold positions, recorded times and batches: `import --replica` makes the same ledger of \
      them. The other formats hold one balanced transaction an event and day; with --at, the postings of days up to \
      then. A file appears under its name only once it is complete and on the disk.

      records has the stored records, one a line in base64: the leaves of the tree. tiles makes, or brings up to date, a \
      directory that any web server can serve (C2SP tlog-tiles): the checkpoint, tiles of hashes and bundles of records.

      EXAMPLE
        shareledger export lab -o lab.jsonl
        shareledger export lab --tag resource:160 | jq .type
        shareledger export lab --format hledger | hledger -f - balance
        shareledger export lab --format tiles --key lab.key -o public/lab
      """)

  /// What can be written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case cloudevents, hledger, beancount, csv, records, tiles

    /// The form of postings; `nil` for the events themselves.
    var postings: PostingFormat? { PostingFormat(rawValue: rawValue) }
  }

  @OptionGroup var place: LedgerArgument
  @OptionGroup var selection: SelectionOptions

  @Option(help: "Events as cloudevents, postings for hledger, beancount or as csv, the log as records or tiles.")
  var format = Format.cloudevents

  @OptionGroup var under: CheckpointOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file, or directory of tiles, to write; default: standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  func validate() throws {
    if format == .tiles, output == nil { throw ValidationError("--format tiles needs --output with a directory") }
    if format != .tiles, under.checkpoint != nil || under.key != nil {
      throw ValidationError("--checkpoint and --key are for --format tiles")
    }
    let isWhole = selection.query == nil && selection.from == nil && selection.to == nil && selection.at == nil
    if format == .records || format == .tiles, !isWhole {
      throw ValidationError("records and tiles start at position 1: leave out --type, --tag, --from, --to and --at")
    }
    if format == .tiles, selection.known != nil {
      throw ValidationError("tiles end at a checkpoint: leave out --known")
    }
  }

  func run() throws {
    try place.reading { ledger in
      if format == .tiles { return try tiles(ledger, output ?? "") }
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
    } else if format == .records {
      try view.exportRecords(toFile: path) { Interruption.isRequested }
    } else {
      try view.export(selection.selection(), toFile: path) { Interruption.isRequested }
    }
  }

  private func write(_ view: LedgerView, to write: ([UInt8]) throws -> Void) throws {
    if let postings = format.postings {
      try view.exportPostings(as: postings, selection.selection(), to: write)
    } else if format == .records {
      try view.exportRecords(to: write)
    } else {
      try view.export(selection.selection(), to: write)
    }
  }

  private func tiles(_ ledger: Ledger, _ directory: String) throws {
    Interruption.deferToSteps()
    let note = try under.note(ledger)
    let count = try ledger.exportTiles(of: note, to: directory) { Interruption.isRequested }
    let output = Output()
    try output.line("wrote \(count) files to \(Visible.text(directory))")
    try output.flush()
  }
}
