import Foundation
import Testing

@Suite struct `Documents` {
  @Test(arguments: [
    ("README.md", "Tests/ShareLedgerTests/DocumentExamples.swift"),
    ("Sources/ShareLedger/ShareLedger.docc/GettingStarted.md", "Tests/ShareLedgerTests/DocumentExamples.swift"),
    ("Sources/ShareLedger/ShareLedger.docc/Scorecards.md", "Tests/ShareLedgerTests/ScorecardExamples.swift"),
    (
      "Sources/TransparencyLog/TransparencyLog.docc/TransparencyLog.md",
      "Tests/TransparencyLogTests/DocumentExamples.swift"
    ),
  ])
  func `show only Swift that a test runs`(_ document: String, examples: String) throws {
    let run = try Self.words(String(contentsOf: Project.root.appending(path: examples), encoding: .utf8))
    let blocks = try Project.codeBlocks("swift", in: document)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let code = block.components(separatedBy: "\n").filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
      #expect(run.contains(Self.words(code)), "\(document) shows code that \(examples) does not run:\n\(code)")
    }
  }

  /// The text with white space folded.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
