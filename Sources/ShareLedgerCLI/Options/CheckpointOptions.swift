import ArgumentParser
import ShareLedger

/// Which signed checkpoint something is shown under.
struct CheckpointOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The signed checkpoint.", discussion: "Default: the one in the ledger's directory, signed last.",
      valueName: "file"),
    completion: .file())
  var checkpoint: String?

  @Option(help: ArgumentHelp("Sign a new checkpoint with this key.", valueName: "file"), completion: .file())
  var key: String?

  mutating func validate() throws {
    if checkpoint != nil, key != nil { throw ValidationError("--checkpoint and --key exclude each other") }
  }

  /// The checkpoint these options name.
  func note(_ ledger: Ledger) throws -> Note {
    if let checkpoint { return try NoteFile.read(checkpoint) }
    if let key { return try CheckpointSigner(keyFile: key).sign(ledger) }
    guard let note = try ledger.lastCheckpoint() else {
      throw ValidationError("no checkpoint was signed of this ledger: name --checkpoint or --key")
    }
    return note
  }
}

/// Files with a signed note.
enum NoteFile {
  /// Reads a note from a file that has to be there.
  static func read(_ path: String) throws -> Note {
    let bytes = try SmallFile.required(path)
    return try ProofFault.of(path) { () throws(TransparencyError) in try Note(bytes) }
  }

  /// Reads the tree head a checkpoint names; who signed it is not looked at.
  static func head(_ path: String) throws -> TreeHead {
    let note = try read(path)
    return try ProofFault.of(path) { () throws(TransparencyError) in try Checkpoint(text: note.text).head }
  }
}

/// Files with a public key.
enum VerifierKeyFile {
  /// Reads the key in a file's first line.
  static func read(_ path: String) throws -> VerifierKey {
    let text = String(decoding: try SmallFile.required(path).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return try ProofFault.of(path) { () throws(TransparencyError) in try VerifierKey(text) }
  }
}

/// What is wrong with a proof, checkpoint or key, and in which file it stands.
struct ProofFault: Error, CustomStringConvertible {
  let path: String
  let reason: TransparencyError

  var description: String { "\(path): \(reason)" }

  static func of<R>(_ path: String, _ body: () throws(TransparencyError) -> R) throws(ProofFault) -> R {
    do throws(TransparencyError) {
      return try body()
    } catch {
      throw ProofFault(path: path, reason: error)
    }
  }
}
