extension Evidence {
  private static let heads = ["certificate", "answer.json", "checkpoint", "log.vkey"]

  private static func recordPath(_ position: UInt64) -> String { "events/\(position).record" }
  private static func proofPath(_ position: UInt64) -> String { "events/\(position).tlog-proof" }

  /// The evidence as one file; each part is a file of its own in a form others read too.
  public func archive() throws(TransparencyError) -> Archive {
    var files = [certificate.text, answer, checkpoint.bytes, Array("\(logKey)\n".utf8)].enumerated()
      .map { Archive.File(path: Self.heads[$0.offset], bytes: $0.element) }
    for entry in entries {
      let proof = ProofFile(proof: entry.proof, checkpoint: checkpoint)
      files.append(Archive.File(path: Self.recordPath(entry.position), bytes: entry.bytes))
      files.append(Archive.File(path: Self.proofPath(entry.position), bytes: proof.bytes))
    }
    return try Archive(files)
  }

  /// Reads evidence.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedEvidence`, or what reading a part throws.
  public init(_ archive: Archive) throws(TransparencyError) {
    let files = archive.files
    guard files.count % 2 == 0, files.prefix(4).map(\.path) == Self.heads, files[3].bytes.last == newline else {
      throw Self.malformed
    }
    let checkpoint = try Note(files[2].bytes)
    var entries: [Entry] = []
    for index in stride(from: 4, to: files.count, by: 2) {
      let (record, proof) = (files[index], try ProofFile(files[index + 1].bytes))
      let entry = Entry(bytes: record.bytes, proof: proof.proof)
      guard proof.checkpoint == checkpoint, record.path == Self.recordPath(entry.position),
        files[index + 1].path == Self.proofPath(entry.position)
      else { throw Self.malformed }
      entries.append(entry)
    }
    try self.init(
      certificate: Certificate(text: files[0].bytes), answer: files[1].bytes, checkpoint: checkpoint,
      logKey: VerifierKey(String(decoding: files[3].bytes.dropLast(), as: UTF8.self)), entries: entries)
  }
}
