import ArgumentParser
import ShareLedger

/// `subject`: personal data, sealed, opened for a purpose and made unreadable.
struct SubjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subject", abstract: "Seal personal data, open it for a purpose, destroy its keys.",
    discussion: """
      A subject is a person, known by a pseudonym drawn at random. What is sealed about a subject can be read with the \
      key store alone, which lies outside the ledger and its backup and has a backup of its own.

      EXAMPLE
        shareledger subject init lab.keys
        echo '王工, 023-55550100' | shareledger subject seal s-5c1e09d7 --keys lab.keys --type party.registered
        shareledger subject open lab s-5c1e09d7 --keys lab.keys --actor x-office --purpose 'complaint C-17'
        shareledger subject destroy lab s-5c1e09d7 --keys lab.keys --actor x-office --request-hash HASH \\
          --requested-by x-desk --approved-by x-office
      """,
    subcommands: [
      SubjectInitCommand.self, SubjectListCommand.self, SubjectSealCommand.self, SubjectOpenCommand.self,
      SubjectDestroyCommand.self, SubjectRestoreCommand.self, SubjectFinishCommand.self,
    ])
}

/// Where the keys are.
struct KeyStoreOption: ParsableArguments {
  @Option(help: ArgumentHelp("The key store, outside the ledger.", valueName: "file"), completion: .file())
  var keys: String

  func open() throws(KeyFileError) -> KeyStore { try KeyStore(path: keys) }
}

/// Who acts, through which system.
struct ActorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The party that answers for it.", valueName: "party"), transform: Arguments.identifier)
  var actor: Identifier

  @Option(
    help: ArgumentHelp(
      "The source of the event that records it.", discussion: "Default: urn:shareledger:subject.", valueName: "source"),
    transform: Arguments.source)
  var source: EventSource?

  func eventSource() throws -> EventSource { try source ?? EventSource("urn:shareledger:subject") }
}

/// `subject init`: an empty key store.
struct SubjectInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty key store.",
    discussion: """
      EXAMPLE
        shareledger subject init lab.keys
      """)

  @Argument(help: "The file to make; nothing may be there.", completion: .file())
  var file: String

  func run() throws {
    try KeyStore.create(at: file)
    let output = Output()
    try output.line("made the key store \(Visible.text(file)): back it up apart from every ledger")
    try output.flush()
  }
}

/// `subject list`: which subjects have a key.
struct SubjectListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the subjects of a key store; no key is shown.",
    discussion: """
      EXAMPLE
        shareledger subject list --keys lab.keys
      """)

  @OptionGroup var store: KeyStoreOption

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func run() throws {
    let subjects = try store.open().subjects
    let output = Output()
    let rows = subjects.map { [Cell.text($0.subject.text), .text($0.hasKey ? "there" : "destroyed")] }
    switch format {
    case .json:
      try output.json { writer in
        writer.array(subjects) { writer, entry in
          writer.member("subject", entry.subject.text)
          writer.member("key", entry.hasKey ? "there" : "destroyed")
        }
      }
    case .csv: for row in [[.text("subject"), .text("key")]] + rows { try output.write(CSV.row(row)) }
    case nil:
      var table = Table(["subject", "key"])
      for row in rows { table.add(row) }
      try output.table(table)
    }
    try output.flush()
  }
}
