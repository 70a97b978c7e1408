import ArgumentParser
import ShareLedger

/// `evidence`: an answer with all that shows what it was made of, for someone without the ledger.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Put an answer and the proof of every event it rests on into one file.",
    discussion: """
      The file is a plain tar: certificate, answer.json, checkpoint, log.vkey and, for every event, its record and its \
      C2SP tlog-proof. `shareledger-verify evidence` checks it with nothing but the public key. --check does the same and \
      adds up the sums of balances and recovery statements from the records.

      EXAMPLE
        shareledger evidence lab balance income --checkpoint lab.checkpoint --vkey lab.vkey --output income.tar
        shareledger evidence --check income.tar --vkey lab.vkey

      The events are those the answer names and, for balances and recovery, all that posted to their accounts. Nothing \
      shows that none is missing but the ledger itself: shareledger certify.
      """)

  @Argument(help: "The ledger's directory.", completion: .directory)
  var ledger: String?

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The question, as on the command line but without the ledger.", valueName: "question"))
  var question: [String] = []

  @Option(
    help: ArgumentHelp("The signed checkpoint: the answer is as known under it.", valueName: "file"),
    completion: .file())
  var checkpoint: String?

  @Option(help: ArgumentHelp("The file with the ledger's public key.", valueName: "file"), completion: .file())
  var vkey: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Check this file instead.", valueName: "file"), completion: .file())
  var check: String?

  func validate() throws {
    if check != nil {
      guard ledger == nil, question.isEmpty, checkpoint == nil, output == nil else {
        throw ValidationError("--check takes a file and --vkey, nothing else")
      }
    } else if ledger == nil || question.isEmpty || checkpoint == nil || output == nil {
      throw ValidationError("name a ledger, a question, --checkpoint, --vkey and --output")
    }
  }

  func run() throws {
    let text = String(decoding: try SmallFile.required(vkey).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let key = try ProofFault.of(vkey) { () throws(TransparencyError) in try VerifierKey(text) }
    let policy = try TrustPolicy(logKeys: [key])
    let output = Output()
    if let check {
      let report = try EvidenceCheck(check, policy)
      for line in report.lines { try output.line(Visible.text(line)) }
      try output.flush()
      if report.differs { throw ExitStatus.refused }
    } else if let ledger, let checkpoint, let path = self.output {
      let evidence = try gather(ledger, NoteFile.read(checkpoint), policy, key)
      try PartialFile.write(evidence.archive().bytes, to: path)
      let count = evidence.entries.count
      try output.line("wrote the answer and \(count) records with their proofs to \(Visible.text(path))")
      try output.flush()
    }
  }

  private func gather(
    _ path: String, _ checkpoint: Note, _ policy: TrustPolicy, _ key: VerifierKey
  ) throws -> Evidence {
    let head = try policy.open(checkpoint).head
    let asked = try QuestionWords.question([question[0], path] + question.dropFirst() + ["--known", "\(head.size)"])
    let words = QuestionWords(asked, withoutLedger: question)
    return try asked.place.reading { ledger in
      _ = try ledger.treeHead(.checkpoint(head))
      let view = try asked.asOf.view(ledger)
      let answer = try CertifiedAnswer(
        asked.answer(view), view, question: words.lines, revision: type(of: asked).revision)
      var positions = try AnswerValue.read(answer.canonicalBytes).positions()
      if let asked = asked as? any Recomputable { positions.formUnion(try asked.positions(view)) }
      guard !positions.isEmpty else { throw ValidationError("this answer names no events: there is nothing to prove") }
      let entries = try positions.sorted().map { position in
        Evidence.Entry(
          bytes: try ledger.record(at: position), proof: try ledger.inclusionProof(of: position, in: head))
      }
      let evidence = try Evidence(
        certificate: answer.certificate.under(checkpoint), answer: answer.canonicalBytes, checkpoint: checkpoint,
        logKey: key, entries: entries)
      // What is handed out is checked the way its reader will check it.
      try evidence.verify(policy)
      return evidence
    }
  }
}

extension Certificate {
  /// The certificate in the name of a checkpoint's log, which may not lie in the ledger's directory.
  fileprivate func under(_ checkpoint: Note) throws -> Certificate {
    Certificate(
      log: try Checkpoint(text: checkpoint.text).origin, head: head, valid: valid, question: question,
      revision: revision, schemas: schemas, policy: policy, indicators: indicators, result: result)
  }
}
