import ArgumentParser
import ShareLedger

/// `verify`: everything stored checked against the records, and the records against checkpoints.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Read every record again; compare all that is stored, and checkpoints, with them.",
    discussion: """
      Checks that every position has one record, each with its checksum, decodes and encodes to its own bytes, that \
      recorded time rises, authors signed what is signed in their name, closings state what was posted, every index row \
      and hash that must exist does and no other, and that the records give the root of every checkpoint: those named and \
      the one in the ledger's directory. Damage is listed by position, the exit status is 3.

      Before anything is mapped the pages of the file are walked by reading, and the rest runs in a process of its own, so \
      that a damaged or hostile file cannot end this one.

      EXAMPLE
        shareledger verify lab
        shareledger verify lab --checkpoint old.checkpoint --vkey lab.vkey
        shareledger verify lab --from monday.checkpoint --vkey lab.vkey

      --from reads only what came behind that checkpoint, whose root the stored hashes have to give: events, their rows, \
      hashes and closings. It does not look at the records, rows and hashes before, nor at whether blocks of rows that hold \
      earlier rows too are packed as they must be. So it finds whatever was put behind the checkpoint, and damage \
      before it only where a hash is concerned: read everything now and then.
      """)

  @OptionGroup var place: LedgerArgument

  @Option(
    help: ArgumentHelp("A checkpoint somebody kept, which the records have to give; repeatable.", valueName: "file"),
    completion: .file())
  var checkpoint: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with a public key of the ledger: every checkpoint has to be signed by one of them; repeatable.",
      valueName: "file"),
    completion: .file())
  var vkey: [String] = []

  @Option(
    help: ArgumentHelp("Read only what is behind this checkpoint, trusted by its signature.", valueName: "file"),
    completion: .file())
  var from: String?

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: ArgumentHelp("Read in this process.", visibility: .hidden))
  var inProcess = false

  func validate() throws {
    if from != nil, vkey.isEmpty { throw ValidationError("--from trusts a signature: name the key with --vkey") }
  }

  func run() throws {
    if inProcess { return try verify() }
    var line = ProgressLine()
    line.show("walking pages")
    let pages = try Result { () throws(LedgerError) in try Ledger.checkPages(at: place.ledger) }.get()
    line.end()
    if !pages { StandardError.write("shareledger: the ledger is being written to: its pages are not walked\n") }
    // Storage that is damaged badly enough ends the process that maps it; that must not end without a word.
    switch ChildProcess.run(arguments) {
    case .exited(let status): throw ExitStatus(rawValue: status) ?? .fault
    case .notStarted: try verify()
    case .killed(let signal):
      StandardError.write(
        "shareledger: \(Visible.text(place.ledger)): verify: the storage is damaged so badly that reading it ended the "
          + "process (signal \(signal)); restore a backup\n")
      throw ExitStatus.fault
    }
  }

  private var arguments: [String] {
    ["verify", "--in-process"] + (json ? ["--json"] : []) + checkpoint.map { "--checkpoint=\($0)" }
      + vkey.map { "--vkey=\($0)" } + (from.map { ["--from=\($0)"] } ?? []) + ["--", place.ledger]
  }

  private func verify() throws {
    let keys = try vkey.map(VerifierKeyFile.read)
    let kept = try checkpoint.map { KeptCheckpoint(name: $0, note: try NoteFile.read($0)) }
    let trusted = try from.map(NoteFile.read)
    let line = SharedProgressLine()
    let start = ContinuousClock.now
    defer { line.end() }
    let report = try place.reading { ledger in
      try ledger.verify(checkpoints: kept, keys: keys, after: trusted) { progress in
        line.show(VerifyOutput.text(progress, after: .now - start))
      }
    }
    line.end()
    let output = Output()
    if json {
      try output.json { VerifyOutput.write(report, to: &$0) }
    } else {
      for line in VerifyOutput.lines(report) { try output.line(Visible.text(line)) }
    }
    try output.flush()
    if !report.isIntact { throw ExitStatus.fault }
  }
}
