import Foundation
import Testing

@Suite struct `Documents` {
  @Test(arguments: [
    "README.md", "Sources/ShareLedger/ShareLedger.docc/GettingStarted.md",
    "Sources/ShareLedger/ShareLedger.docc/PersonalData.md", "Sources/ShareLedger/ShareLedger.docc/Authorship.md",
  ])
  func `show only Swift that a test runs`(_ document: String) throws {
    let run = try Self.words(String(contentsOf: Project.root.appending(path: Self.examples), encoding: .utf8))
    let blocks = try Project.codeBlocks("swift", in: document)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let code = block.components(separatedBy: "\n").filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
      #expect(run.contains(Self.words(code)), "\(document) shows code that \(Self.examples) does not run:\n\(code)")
    }
  }

  private static let examples = "Tests/ShareLedgerTests/DocumentExamples.swift"

  /// The text with white space folded.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
