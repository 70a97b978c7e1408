import ArgumentParser
import ShareLedger

/// `certify`: asks a certified question again.
struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify", abstract: "Ask the question of a certificate again and compare the answers.",
    discussion: """
      Needs no key and no trust in whoever made the answer, only a copy of the ledger: its tree has to be the \
      certificate's, and the same question as of the same two times has to give the same bytes. The exit status is 1 \
      when it does not.

      EXAMPLE
        shareledger balance lab income --at 2025-06-30 --certificate income.certificate
        shareledger certify lab --check income.certificate
      """)

  @OptionGroup var place: LedgerArgument

  @Option(help: ArgumentHelp("The certificate, as --certificate wrote it.", valueName: "file"), completion: .file())
  var check: String

  func run() throws {
    let certificate = try CertificateFile.read(check)
    let again = try place.reading { try certificate.askedAgain($0) }
    let differences = certificate.differences(again)
    let output = Output()
    for line in differences { try output.line(Visible.text(line)) }
    let verdict = again.result == certificate.result ? "the answer is the same" : "THE ANSWER DIFFERS"
    try output.line("\(verdict): SHA-256 \(again.result.hex)")
    for line in again.footer { try output.remark(Visible.text(line)) }
    try output.flush()
    if again.result != certificate.result { throw ExitStatus.refused }
  }
}

/// Files with a certificate.
enum CertificateFile {
  static func read(_ path: String) throws -> Certificate {
    let bytes = try SmallFile.required(path)
    return try ProofFault.of(path) { () throws(TransparencyError) in try Certificate(text: bytes) }
  }
}

extension Certificate {
  /// What the ledger answers to the same question, as of the same two times.
  ///
  /// - Throws: ``LedgerError/fork(_:)`` when the ledger does not have the tree.
  func askedAgain(_ ledger: Ledger) throws -> Certificate {
    _ = try ledger.treeHead(.checkpoint(head))
    let words = QuestionWords(lines: self.question.map(\.text))
    let question = try words.question(of: ledger.path, valid: valid.text, known: "\(head.size)")
    let view = try question.asOf.view(ledger)
    return try CertifiedAnswer(
      question.answer(view), view, question: words.lines, revision: type(of: question).revision
    ).certificate
  }

  /// What another certificate says otherwise, but for the answer and the log's name.
  func differences(_ other: Certificate) -> [String] {
    var found: [String] = []
    for (name, left, right) in [
      ("valid", valid.text, other.valid.text), ("revision", "\(revision)", "\(other.revision)"),
      ("schemas", schemas.hex, other.schemas.hex), ("policy", policy?.text ?? "-", other.policy?.text ?? "-"),
      ("indicators", indicators?.text ?? "-", other.indicators?.text ?? "-"),
    ] where left != right {
      found.append("\(name) was \(left), is \(right)")
    }
    return found
  }
}
