import ArgumentParser
import ShareLedger

/// `import`: records what another ledger exported.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Record what another ledger exported.",
    discussion: """
      With --replica the ledger becomes the same as the exported one: same positions, same recorded times, same \
      batches. A replica that is behind is brought up to date. Without it the events get new positions here.

      EXAMPLE
        shareledger export lab -o lab.jsonl
        shareledger init copy
        shareledger import copy lab.jsonl --replica
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: "The exported file, or - for standard input.", completion: .file())
  var file: String

  @Flag(help: "Keep positions, recorded times and batches as they are in the lines.")
  var replica = false

  @OptionGroup var flags: ImportFlags

  func validate() throws {
    if replica, flags.continues { throw ValidationError("a replica has no gaps: --replica cannot --continue") }
  }

  func run() throws { try flags.run(into: place, file: file, replica: replica) }
}
