internal import EventLog
public import EventModel
public import TransparencyLog

/// Signs checkpoints of a ledger, each only when it continues the one before.
///
/// ```swift
/// let signer = try CheckpointSigner(keyFile: "lab.key")
/// let checkpoint = try signer.sign(ledger)
/// ```
///
/// The last one is kept beside the key and in the ledger's directory, and is on the disk before it is handed out. So a
/// ledger that was restored from an older copy, or went on differently, is refused: two checkpoints that contradict
/// each other would be proof that the log's keeper cheated (C2SP tlog-checkpoint).
public struct CheckpointSigner: ~Copyable {
  let file: LogKeyFile

  /// Takes a key, which is locked as long as this value lives.
  public init(keyFile path: String) throws(SigningError) { file = try LogKeyFile(path) }

  /// The public key.
  public var verifier: VerifierKey { file.key.verifier }

  /// The file beside a key that holds the checkpoint it signed last.
  public static func lastSignedPath(keyFile path: String) -> String { "\(path).checkpoint" }

  /// Signs the ledger as it is, or answers the last checkpoint, with its cosignatures, when nothing was recorded since.
  ///
  /// - Throws: ``SigningError``; nothing was signed then. A fork or shrunken ledger is
  ///   ``SigningError/ledger(_:)`` with ``LedgerError/fork(_:)``.
  /// - Complexity: O(log events).
  public func sign(_ ledger: Ledger) throws(SigningError) -> Note {
    let note = try next(ledger)
    try store(note, of: ledger, [file.path])
    return note
  }

  /// Adds a line to the last signed checkpoint, such as a witness's, and keeps it.
  ///
  /// - Throws: ``SigningError/foreignCheckpoint(path:_:)`` when the note is not of this key.
  public func keep(_ note: Note, of ledger: Ledger) throws(SigningError) {
    try store(note, of: ledger, [file.path])
  }

  /// Records a new key in the ledger, which takes this one's place.
  ///
  /// The checkpoint answered is the last this key signs. It has the event and both signatures, so that whoever trusts
  /// this key can come to the new one. Repeated after an interruption, it does what is left to do.
  ///
  /// - Parameters:
  ///   - new: the new key; it has the same name.
  ///   - ledger: the ledger, open for writing.
  ///   - actor: the party that answers for it.
  ///   - source: the system that states it.
  public func rotate(
    to new: borrowing LogKeyFile, in ledger: Ledger, by actor: Identifier, source: EventSource
  ) throws(SigningError) -> Note {
    let verifier = new.key.verifier
    guard verifier.name == file.key.name else {
      throw .otherOrigin(path: new.path, origin: "\(verifier.name)", expected: "\(file.key.name)")
    }
    // Signed before anything is recorded: a key that must not sign must not name another either.
    _ = try next(ledger, successor: verifier)
    try publish(verifier, in: ledger, by: actor, source: source)
    let note = try next(ledger, successor: verifier)
    let both: Note
    do throws(TransparencyError) {
      both = try note.adding(Note(signing: note.text, with: new.key).signatures)
    } catch {
      throw .unusableKey(path: new.path, error)
    }
    try store(both, of: ledger, [new.path, file.path])
    return both
  }
}
