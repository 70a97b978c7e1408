import ArgumentParser
import ShareLedger

/// `export`: the events as CloudEvents lines.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write events as CloudEvents lines, byte for byte the same every time.",
    discussion: """
      The lines hold positions, recorded times and batches: `import --replica` makes the same ledger of them. A file \
      appears under its name only once it is complete and on the disk.

      EXAMPLE
        shareledger export lab -o lab.jsonl
        shareledger export lab --tag resource:160 | jq .type
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var selection: SelectionOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    try place.reading { ledger in
      let view = try selection.view(ledger)
      if let output, output != "-" {
        Interruption.deferToSteps()
        try view.export(selection.selection(), toFile: output) { Interruption.isRequested }
      } else {
        let output = Output()
        try output.finishing { try view.export(selection.selection()) { try output.write($0) } }
      }
    }
  }
}
