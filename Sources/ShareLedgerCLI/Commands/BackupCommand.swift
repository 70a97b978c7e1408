import ArgumentParser
import ShareLedger

/// `backup`: a copy while the ledger is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the ledger into a new directory while it is in use.",
    discussion: """
      The copy gets its name only once it is on the disk and every record of it was read.

      EXAMPLE
        shareledger backup lab /mnt/backup/lab-2025-10-01
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: "The directory to make; nothing may be there.", completion: .directory)
  var target: String

  func validate() throws {
    if target.isEmpty { throw ValidationError("the target is an empty name") }
  }

  func run() throws {
    Interruption.deferToSteps()
    try place.reading { try $0.backup(to: target) }
    let output = Output()
    try output.line("copied \(Visible.text(place.ledger)) to \(Visible.text(target))")
    try output.flush()
  }
}
