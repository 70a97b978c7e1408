import ArgumentParser
import ShareLedger

/// `subject restore`: keys from a copy of the key store, without those that were destroyed.
struct SubjectRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take the keys of a copy of the key store; a destroyed key does not return.",
    discussion: """
      All keys of the copy are taken or none: when the ledger or the key store says that one of them was destroyed, it \
      is refused and the subjects are named.

      EXAMPLE
        shareledger subject restore lab /mnt/backup/lab.keys --keys lab.keys
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: "The copy.", completion: .file())
  var copy: String

  @OptionGroup var store: KeyStoreOption

  func run() throws {
    let keys = try store.open()
    let subjects = try place.reading { try $0.restoreKeys(from: copy, into: keys) }
    let output = Output()
    try output.line("restored the keys of \(subjects.count) subjects")
    try output.flush()
  }
}

/// `subject finish`: destroys what the ledger says was destroyed.
struct SubjectFinishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finish", abstract: "Destroy every key that the ledger says was destroyed.",
    discussion: """
      For a key store that was replaced by an older copy, or after a destruction that was interrupted.

      EXAMPLE
        shareledger subject finish lab --keys lab.keys
      """)

  @OptionGroup var place: LedgerArgument
  @OptionGroup var store: KeyStoreOption

  func run() throws {
    let keys = try store.open()
    let subjects = try place.reading { try $0.finishDestructions(in: keys) }
    let output = Output()
    for subject in subjects { try output.line("destroyed the key of \(subject)") }
    try output.line("\(subjects.count) keys had returned")
    try output.flush()
  }
}
