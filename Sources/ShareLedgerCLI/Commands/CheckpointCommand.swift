import ArgumentParser
import ShareLedger

/// `checkpoint`: signs how the ledger stands.
struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint", abstract: "Sign the ledger as it is now: its size and the root over all its records.",
    discussion: """
      Signed is only what is on the disk and continues the checkpoint signed last, which is kept beside the key (as \
      FILE.checkpoint) and in the ledger's directory. A ledger that was restored from an older copy, or went on \
      differently, is refused with both sizes and roots, and exit status 1. Hand checkpoints to those who may doubt \
      you: with an old one they see that nothing before it was changed.

      EXAMPLE
        shareledger checkpoint lab --key lab.key
        shareledger checkpoint lab --key lab.key --output lab.checkpoint
        shareledger balance lab income --known lab.checkpoint
      """)

  @OptionGroup var place: LedgerArgument

  @Option(help: ArgumentHelp("The key, made by `key generate`.", valueName: "file"), completion: .file())
  var key: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    Interruption.deferToSteps()
    try place.reading { ledger in
      let note = try CheckpointSigner(keyFile: key).sign(ledger)
      try Output.write(note.bytes, to: output)
    }
  }
}

extension Output {
  /// Writes bytes to a file, which appears under its name whole and durable, or to standard output.
  static func write(_ bytes: [UInt8], to path: String?) throws(FileFault) {
    if let path, path != "-" { return try PartialFile.write(bytes, to: path) }
    let output = Output()
    try output.write(bytes)
    try output.flush()
  }
}
