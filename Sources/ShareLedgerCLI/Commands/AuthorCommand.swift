import ArgumentParser
import ShareLedger

/// `author`: keys of authors and their signatures.
struct AuthorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "author", abstract: "Make an author's key and sign events with it.",
    discussion: """
      A signature says who stated an event, also to those who do not trust whoever runs the ledger. key.bound binds the \
      public key to a party; append judges each signature, and verify judges it again.

      EXAMPLE
        shareledger author new uni-2024-1 uni.key
        shareledger author sign events.jsonl --key uni.key | shareledger append lab
      """,
    subcommands: [AuthorNewCommand.self, AuthorSignCommand.self])
}

/// `author new`: a new key in a file.
struct AuthorNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a key and show what key.bound needs of it.",
    discussion: """
      EXAMPLE
        shareledger author new uni-2024-1 uni.key
      """)

  @Argument(help: "The id the key will be bound with.", transform: Arguments.identifier)
  var id: Identifier

  @Argument(help: "The file to make; nothing may be there.", completion: .file())
  var file: String

  func run() throws {
    let key = try AuthorKey.create(id: id, at: file)
    let output = Output()
    try output.json { writer in
      writer.beginObject()
      writer.member("key", key.id.text)
      writer.member("publicKey", "\(key.publicKey)")
      writer.endObject()
    }
    try output.flush()
  }
}

/// `author sign`: events with the author's signature.
struct AuthorSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign events and write them out, one a line.",
    discussion: """
      EXAMPLE
        shareledger author sign events.jsonl --key uni.key > signed.jsonl
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file = "-"

  @Option(help: ArgumentHelp("The author's key.", valueName: "file"), completion: .file())
  var key: String

  func run() throws {
    let key = try AuthorKey(path: key)
    let output = Output()
    try output.finishing { try key.sign(linesOf: file) { try output.write($0) } }
  }
}
