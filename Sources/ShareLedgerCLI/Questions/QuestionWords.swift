import ArgumentParser
import ShareLedger

/// The words of a command line that make the question: without the ledger, the two times and how the answer is written, but
/// with the language of its labels.
struct QuestionWords {
  /// The command's name and what is left of its arguments.
  let words: [String]

  private static let flags: Set = ["--json", "--csv", "--html"]
  private static let options: Set = ["--at", "--known", "--certificate", "--threads", "--lang"]

  /// Takes the words a question was parsed from.
  init(_ question: any Question, _ words: some Collection<String>) {
    self.init(question, withoutLedger: QuestionWords.withoutLedger(Array(words), question.place.ledger))
  }

  /// Takes the words a question was parsed from, but for the ledger.
  init(_ question: any Question, withoutLedger words: [String]) {
    var (kept, rest) = ([String](), words[...])
    while let word = rest.popFirst() {
      if word == "--" {
        kept += [word] + rest
        break
      }
      if QuestionWords.flags.contains(word) { continue }
      if QuestionWords.options.contains(word) {
        _ = rest.popFirst()
      } else if !QuestionWords.options.contains(where: { word.hasPrefix($0 + "=") }) {
        kept.append(word)
      }
    }
    if let question = question as? any LabelledQuestion {
      kept.insert(contentsOf: ["--lang", question.labels.language.rawValue], at: min(1, kept.count))
    }
    kept.insert(contentsOf: question.impliedWords, at: min(1, kept.count))
    self.words = kept
  }

  /// Takes the words of a certificate.
  init(lines: [String]) { words = lines.map(QuestionWords.word) }

  /// The words as a certificate has them, each a line of text: an empty one is `%`; in others a percent sign and controls
  /// are `%` and two hexadecimal digits.
  var lines: [String] {
    words.map { $0.isEmpty ? "%" : $0.unicodeScalars.map(QuestionWords.escaped).joined() }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar.value >= 0x20, scalar != "%" { return "\(scalar)" }
    return "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
  }

  private static func word(_ line: String) -> String {
    let parts = line.split(separator: "%", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts.first ?? "")) { word, part in
      guard let code = UInt8(part.prefix(2), radix: 16) else { return }
      word += "\(Unicode.Scalar(code))\(part.dropFirst(2))"
    }
  }

  /// The question asked of a ledger, as of two times.
  ///
  /// - Throws: what the parser says, or a `ValidationError` when the words are another command.
  func question(of ledger: String, valid: String? = nil, known: String? = nil) throws -> any Question {
    let times = (valid.map { ["--at", $0] } ?? []) + (known.map { ["--known", $0] } ?? [])
    return try QuestionWords.question(words.prefix(1) + times + [ledger] + words.dropFirst())
  }

  /// The question that words with a ledger ask.
  static func question(_ words: some Collection<String>) throws -> any Question {
    guard let question = try ShareLedgerCommand.parseAsRoot(Array(words)) as? any Question else {
      throw ValidationError("\(Visible.text(words.first ?? "")) is not a question whose answer can be certified")
    }
    return question
  }

  /// The ledger's directory may stand anywhere, and another word may be the same: the right one is the one that changes
  /// where the parser finds the ledger.
  private static func withoutLedger(_ words: [String], _ ledger: String) -> [String] {
    let probe = "\u{1}"
    for index in words.indices where words[index] == ledger {
      var changed = words
      changed[index] = probe
      guard let question = try? ShareLedgerCommand.parseAsRoot(changed) as? any Question else { continue }
      if question.place.ledger == probe {
        changed.remove(at: index)
        return changed
      }
    }
    return words
  }
}
