import ArgumentParser
import ShareLedger

/// `init`: makes an empty ledger.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty ledger in a new or empty directory.",
    discussion: """
      A directory that holds a ledger is never changed.

      EXAMPLE
        shareledger init lab
      """)

  @OptionGroup var place: LedgerArgument

  func run() throws {
    try Ledger.create(at: place.ledger)
    let output = Output()
    try output.line("created an empty ledger in \(Visible.text(place.ledger))")
    try output.flush()
  }
}
