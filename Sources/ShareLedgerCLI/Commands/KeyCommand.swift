import ArgumentParser
import ShareLedger

/// `key`: the keys that sign checkpoints.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make, show and replace the key that signs a ledger's checkpoints.",
    discussion: """
      Keep the key off the machine that runs the ledger where you can: who has both can rewrite history and sign it.

      EXAMPLE
        shareledger key generate lab.key --origin example.com/lab
        shareledger key show lab.key
        shareledger key generate new.key --origin example.com/lab
        shareledger key rotate lab --key lab.key --new new.key --actor x-office
      """,
    subcommands: [Generate.self, Show.self, Rotate.self])

  /// `key generate`
  struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a new key in a new file that only its owner may read, and show the public key.")

    @Argument(help: "The file to make.", completion: .file())
    var file: String

    @Option(
      help: ArgumentHelp(
        "The ledger's name in its checkpoints: like a URL without https://, never used for another ledger.",
        valueName: "name"),
      transform: Arguments.noteName)
    var origin: NoteName

    func run() throws {
      let output = Output()
      try output.line(LogKeyFile.generate(at: file, origin: origin).text)
      try output.flush()
    }
  }

  /// `key show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the public key, by which everyone can check what the key signed.")

    @Argument(help: "The key's file.", completion: .file())
    var file: String

    func run() throws {
      let output = Output()
      try output.line(LogKeyFile(file).key.verifier.text)
      try output.flush()
    }
  }

  /// `key rotate`
  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that a new key takes the place of the old one, and sign that with both.",
      discussion: """
        The old key signs nothing more after it. The checkpoint is written to standard output; the last one the old key \
        signed stays beside both keys.
        """)

    @OptionGroup var place: LedgerArgument

    @Option(help: ArgumentHelp("The key that signed so far.", valueName: "file"), completion: .file())
    var key: String

    @Option(
      help: ArgumentHelp("The key that signs from now on, made by `key generate`.", valueName: "file"),
      completion: .file())
    var new: String

    @Option(help: ArgumentHelp("The party that answers for it.", valueName: "party"), transform: Arguments.identifier)
    var actor: Identifier

    @Option(
      help: ArgumentHelp("The event's source.", discussion: "Default: urn:shareledger:key.", valueName: "source"),
      transform: Arguments.source)
    var source: EventSource?

    func run() throws {
      Interruption.deferToSteps()
      let output = Output()
      try place.writing { ledger in
        let signer = try CheckpointSigner(keyFile: key)
        let note = try signer.rotate(
          to: LogKeyFile(new), in: ledger, by: actor, source: try source ?? EventSource("urn:shareledger:key"))
        try output.write(note.bytes)
      }
      try output.flush()
    }
  }
}

extension Arguments {
  @Sendable static func noteName(_ text: String) throws -> NoteName {
    do throws(TransparencyError) {
      return try NoteName(text)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
