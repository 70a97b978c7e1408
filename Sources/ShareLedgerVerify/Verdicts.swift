import TransparencyLog

/// What is proved by files that hold, in lines for people; what is not proved stands below.
enum Verdicts {
  /// The first key is the log's, the others are witnesses who all have to have cosigned.
  static func policy(_ keys: [VerifierKey]) throws(TransparencyError) -> TrustPolicy {
    let witnessKeys = Array(keys.dropFirst())
    return try TrustPolicy(
      logKeys: Array(keys.prefix(1)), witnessKeys: witnessKeys, witnessCountMin: witnessKeys.count)
  }

  static func evidence(_ bytes: [UInt8], _ policy: TrustPolicy) throws(TransparencyError) -> [String] {
    let evidence = try Evidence(Archive(bytes))
    let opened = try evidence.verify(policy)
    let certificate = evidence.certificate
    return [
      "holds: \(tree(opened))",
      "holds: the answer of \(evidence.answer.count) bytes is the one certified, SHA-256 \(certificate.result.hex)",
      "  to the question: \(certificate.question.map { Terminal.visible($0.text) }.joined(separator: " "))",
      "  as of \(Terminal.visible(certificate.valid.text)), known up to position \(certificate.head.size)",
      "holds: \(evidence.entries.count) records are in that tree, each at its position",
      "not proved here: that no other record belongs to the answer, and that the answer follows from the records;",
      "  shareledger evidence --check adds them up, shareledger certify asks a copy of the ledger again",
    ] + witnesses(opened)
  }

  static func proof(
    _ bytes: [UInt8], record: [UInt8], _ policy: TrustPolicy
  ) throws(TransparencyError) -> [String] {
    let file = try ProofFile(bytes)
    let opened = try file.verify(entry: record.span.bytes, policy: policy)
    let place = "holds: the record of \(record.count) bytes is at position \(file.proof.index + 1)"
    return ["holds: \(tree(opened))", place] + witnesses(opened)
  }

  static func consistency(
    _ bytes: [UInt8], old: [UInt8], _ keys: [VerifierKey]
  ) throws(TransparencyError) -> [String] {
    let request = try WitnessRequest(bytes)
    let opened = try policy(keys).open(request.checkpoint)
    let older = try policy(Array(keys.prefix(1))).open(old)
    try request.proof.check(from: older.head, to: opened.head)
    let beginning = "holds: it begins with the \(older.head.size) records of the older checkpoint"
    return ["holds: \(tree(opened))", beginning] + witnesses(opened)
  }

  private static func tree(_ opened: OpenedCheckpoint) -> String {
    let origin = Terminal.visible(opened.checkpoint.origin.text)
    return "the log \(origin) signed \(opened.head.size) records with root \(opened.head.root)"
  }

  private static func witnesses(_ opened: OpenedCheckpoint) -> [String] {
    opened.cosignatures.map { line in
      let time = line.unixSeconds.map { " at \($0) seconds since 1970" } ?? ""
      return "holds: the witness \(Terminal.visible(line.key.name.description)) cosigned it\(time)"
    }
  }
}
