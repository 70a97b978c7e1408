import Glibc
import TransparencyLog

/// `shareledger-verify`: checks what a ledger handed out, with the keys of whoever runs it and without the ledger.
@main
enum VerifyCommand {
  private static let usage = """
    Checks what a ledger handed out. Needs no ledger, no network and no other part of ShareLedger.

    USAGE
      shareledger-verify evidence ARCHIVE KEY [WITNESS-KEY ...]
      shareledger-verify proof PROOF RECORD KEY [WITNESS-KEY ...]
      shareledger-verify consistency REQUEST OLD-CHECKPOINT KEY [WITNESS-KEY ...]

    KEY is the ledger's public key, name+id+base64, or a file with it; get it from somewhere you trust. Every WITNESS-KEY \
    has to have cosigned the (newer) checkpoint.

    EXAMPLE
      shareledger-verify evidence recovery.tar lab.vkey
      shareledger-verify proof 42.tlog-proof 42.record lab.vkey
      shareledger-verify consistency both.request monday.checkpoint lab.vkey

    EXIT STATUS
      0  it holds
      1  it does not
      2  usage, or a file cannot be read
    """

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      for line in try lines(words) { Terminal.say(line) }
      exit(0)
    } catch let error as TransparencyError {
      Terminal.complain("does not hold: \(error)")
      exit(1)
    } catch let problem as Problem {
      Terminal.complain(problem.text)
    } catch {
      Terminal.complain("\(error)")
    }
    exit(2)
  }

  private static func lines(_ words: [String]) throws -> [String] {
    if words == ["--help"] { return [usage] }
    switch (words.first, words.count) {
    case ("evidence", 3...):
      return try Verdicts.evidence(File.read(words[1]), policy(words.dropFirst(2)))
    case ("proof", 4...):
      return try Verdicts.proof(File.read(words[1]), record: File.read(words[2]), policy(words.dropFirst(3)))
    case ("consistency", 4...):
      return try Verdicts.consistency(File.read(words[1]), old: File.read(words[2]), words.dropFirst(3).map(key))
    default: throw Problem(text: usage)
    }
  }

  private static func policy(_ words: ArraySlice<String>) throws -> TrustPolicy {
    try Verdicts.policy(words.map(key))
  }

  /// A key as it stands, or in a file.
  private static func key(_ word: String) throws -> VerifierKey {
    if let key = try? VerifierKey(word) { return key }
    let text = String(decoding: try File.read(word), as: UTF8.self)
    return try VerifierKey(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}

/// What keeps the tool from giving a verdict.
struct Problem: Error {
  let text: String
}
