import Foundation
import Testing

@Suite struct `Documents` {
  @Test(arguments: [
    ("README.md", examples), (docs + "GettingStarted.md", examples), (docs + "PersonalData.md", examples),
    (docs + "Authorship.md", examples),
    (docs + "Scorecards.md", "Tests/ShareLedgerTests/ScorecardExamples.swift"),
    (
      docs + "Projections.md",
      "Tests/ShareLedgerTests/Support/UsesByUnit.swift Tests/ShareLedgerTests/Projections.swift"
    ),
    (
      "Sources/TransparencyLog/TransparencyLog.docc/TransparencyLog.md",
      "Tests/TransparencyLogTests/DocumentExamples.swift"
    ),
  ])
  func `show only Swift that a test runs`(_ document: String, examples: String) throws {
    let files = examples.split(separator: " ").map { Project.root.appending(path: String($0)) }
    let run = try Self.words(files.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n"))
    let blocks = try Project.codeBlocks("swift", in: document)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let code = block.components(separatedBy: "\n").filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
      #expect(run.contains(Self.words(code)), "\(document) shows code that \(examples) does not run:\n\(code)")
    }
  }

  private static let docs = "Sources/ShareLedger/ShareLedger.docc/"
  private static let examples = "Tests/ShareLedgerTests/DocumentExamples.swift"

  /// The text with white space folded.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
