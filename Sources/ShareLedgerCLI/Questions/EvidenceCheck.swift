import EventModel
import ShareLedger

/// The verdict on evidence: what its proofs show, and whether its sums follow from its records.
struct EvidenceCheck {
  /// What to say, line by line.
  private(set) var lines: [String] = []
  /// Whether a sum is not what the records add up to.
  private(set) var differs = false

  init(_ path: String, _ policy: TrustPolicy) throws {
    let bytes = try SmallFile.required(path, byteCountMax: 1 << 33)
    let evidence = try ProofFault.of(path) { () throws(TransparencyError) in
      let evidence = try Evidence(Archive(bytes))
      try evidence.verify(policy)
      return evidence
    }
    lines.append("holds: the answer, its certificate and \(evidence.entries.count) records are what was signed")
    lines += evidence.certificate.footer
    let named = try AnswerValue.read(evidence.answer).positions()
    let missing = named.subtracting(evidence.entries.map { Position($0.position) }).sorted()
    if !missing.isEmpty {
      differs = true
      lines.append("MISSING: records the answer names: \(missing.map(\.description).joined(separator: " "))")
    }
    try addUp(evidence)
  }

  private mutating func addUp(_ evidence: Evidence) throws {
    let words = QuestionWords(lines: evidence.certificate.question.map(\.text))
    let valid = try Instant(rfc3339: evidence.certificate.valid.text)
    let postings = try evidence.entries.flatMap { entry in
      try RecordedPosting.all(in: entry.bytes, at: Position(entry.position))
    }
    guard let question = try words.question(of: "-") as? any Recomputable,
      let sums = try question.sums(AnswerValue.read(evidence.answer), of: postings, through: valid.day)
    else {
      lines.append("not added up: the records are proved, whether the answer follows from them only the ledger tells")
      return
    }
    for sum in sums where sum.told != sum.found {
      differs = true
      lines.append("DIFFERS: \(sum.name) is \(sum.told) in the answer, the records add up to \(sum.found)")
    }
    if !differs { lines.append("adds up: \(sums.count) sums of the answer are those of the records") }
  }
}
