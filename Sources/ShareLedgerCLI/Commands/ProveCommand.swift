import ArgumentParser
import ShareLedger

/// `prove`: proofs that others check without the ledger.
struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Prove that an event is in the ledger, or that one checkpoint continues another.",
    discussion: """
      The proof of an event is a C2SP tlog-proof: with it, the record (--record) and the public key anyone can check \
      that the event is at that position. The proof of two checkpoints is the body of a C2SP tlog-witness request: the \
      old size, the hashes, the new checkpoint.

      EXAMPLE
        shareledger prove lab 42 --output 42.tlog-proof --record 42.record
        shareledger prove lab 42 --key lab.key
        shareledger prove lab --consistency monday.checkpoint friday.checkpoint
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: ArgumentHelp("The event's position, or two checkpoint files.", valueName: "position"))
  var subjects: [String]

  @Flag(help: "Prove that the second checkpoint continues the first.")
  var consistency = false

  @OptionGroup var under: CheckpointOptions

  @Option(
    help: ArgumentHelp("Also write the event's record, the bytes that are proved.", valueName: "file"),
    completion: .file())
  var record: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if consistency {
      guard subjects.count == 2 else { throw ValidationError("--consistency takes two checkpoint files") }
      if record != nil || under.checkpoint != nil || under.key != nil {
        throw ValidationError("--consistency has its two checkpoints: leave out --record, --checkpoint and --key")
      }
    } else {
      guard subjects.count == 1 else { throw ValidationError("name one position, or --consistency and two files") }
      _ = try position()
    }
  }

  func run() throws {
    try place.reading { ledger in
      if consistency {
        let (old, new) = (try NoteFile.head(subjects[0]), try NoteFile.read(subjects[1]))
        let proof = try ledger.consistencyProof(from: old, to: try NoteFile.head(subjects[1]))
        try Output.write(WitnessRequest(oldSize: old.size, proof: proof, checkpoint: new).bytes, to: output)
      } else {
        let note = try under.note(ledger)
        let (position, head) = (try position(), try Checkpoint(text: note.text).head)
        let proof = try ledger.inclusionProof(of: position, in: head)
        let bytes = try ledger.record(at: position)
        try proof.check(leaf: .leaf(bytes.span.bytes), in: head)
        if let record { try Output.write(bytes, to: record) }
        try Output.write(ProofFile(proof: proof, checkpoint: note).bytes, to: output)
      }
    }
  }

  private func position() throws -> Position {
    let position = try Arguments.position(subjects[0])
    if position == .zero { throw ValidationError("positions start at 1") }
    return position
  }
}
