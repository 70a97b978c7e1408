import ArgumentParser
import ShareLedger

/// `append`: records events.
struct AppendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append", abstract: "Record events from a file or standard input.",
    discussion: """
      One CloudEvents 1.0 event a line, in JSON. A file is checked whole before anything is written. A batch is \
      recorded all or nothing and is durable when the command says so; an event the ledger holds already is counted, \
      not recorded again, so an interrupted append is simply repeated.

      EXAMPLE
        shareledger append lab events.jsonl
        convert | shareledger append lab - --continue --rejects rejected.jsonl
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file = "-"

  @OptionGroup var flags: ImportFlags

  func run() throws { try flags.run(into: place, file: file, replica: false) }
}
