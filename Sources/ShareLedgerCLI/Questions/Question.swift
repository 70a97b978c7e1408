import ArgumentParser
import ShareLedger

/// A command that asks a ledger one question as of two times; its answer comes with a certificate.
protocol Question: ParsableCommand {
  /// Raised when the same question of the same events has another answer than before.
  static var revision: UInt64 { get }
  var place: LedgerArgument { get }
  var asOf: AsOfOptions { get }
  var format: OutputFormat? { get }
  /// Words that ask for what another option asks for on its way: they are in the certificate, that option is not.
  var impliedWords: [String] { get }

  /// Asks the view; nothing is written yet.
  func answer(_ view: LedgerView) throws -> Answer
}

/// An answer that can be written in every format.
struct Answer {
  /// What the command ends with once the answer is written.
  var status = ExitStatus.ok
  /// The answer on paper, when that is asked for; it is written instead of any format.
  var printout: Printout?
  /// Whether its certificate goes to a file only, since what is written is kept or compared as it is.
  var isBare = false
  let write: (Output, OutputFormat?) throws -> Void

  /// An answer of a status that is written so.
  init(status: ExitStatus = .ok, isBare: Bool = false, write: @escaping (Output, OutputFormat?) throws -> Void) {
    (self.status, self.isBare, self.write) = (status, isBare, write)
  }

  /// An answer of rows in a view, or of its printout.
  init(_ view: LedgerView, _ sheet: Sheet, _ printout: Printout? = nil) {
    self.init { try sheet.write(view.asOf, $0, $1) }
    self.printout = printout
  }

  /// The bytes that are certified: the answer in JSON.
  func canonicalBytes() throws -> [UInt8] {
    let kept = Output(isKept: true)
    try write(kept, .json)
    return kept.bytes
  }
}

extension Question {
  static var revision: UInt64 { 1 }
  var impliedWords: [String] { [] }

  func run() throws { try ask() }

  /// Asks the question the command line names and writes the answer with its certificate.
  func ask() throws {
    let status = try place.reading { ledger in
      let view = try asOf.view(ledger)
      let answer = try answer(view)
      let certified = try CertifiedAnswer(
        answer, view, question: QuestionWords(self, CommandLine.arguments.dropFirst()).lines, revision: Self.revision)
      let output = Output()
      try certified.write(output, format)
      try output.flush()
      if let path = asOf.certificate { try PartialFile.write(certified.certificate.text, to: path) }
      return answer.status
    }
    if status != .ok { throw status }
  }
}
