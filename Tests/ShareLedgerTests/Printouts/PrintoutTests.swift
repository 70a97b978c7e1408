import ShareLedger
import Testing

@testable import ShareLedgerCLI

/// Printouts from the command line; what a browser makes of them is checked beside the other outside programs.
@Suite struct `Printouts` {
  private static let year = ["--from", "2024-01-01", "--through", "2024-12-31", "--at", "2024-12-31"]

  /// The printouts of the small ledger.
  private static let questions: [[String]] = [
    ["scorecard", "x-A"] + year, ["rank"] + year, ["unit", "x-A", "--at", "2025-12-31"],
    ["findings", "--at", "2025-12-31"], ["drift"], ["whatif", "--parameter", "registrationDays=60"] + year,
    ["explain", "score:x-A:openRate"] + year, ["explain", "score:x-A", "--since", "3"] + year,
  ]

  @Test(arguments: Self.questions)
  func `are whole documents in the language asked for`(question: [String]) throws {
    let ledger = try SmallLedger()
    for (language, code) in [("zh", "zh-CN"), ("en", "en")] {
      let page = try ledger.tool(question + ["--html", "--lang", language])
      #expect(page.status == 0, "\(page.error)")
      #expect(page.output.contains("<html lang=\"\(code)\">") && page.output.hasSuffix("</body>\n</html>\n"))
      #expect(!page.output.contains("<script") && !page.output.contains("://"))
    }
  }

  @Test(arguments: Self.questions)
  func `go with no other format`(question: [String]) throws {
    let ledger = try SmallLedger()
    for format in ["--json", "--csv"] {
      let answer = try ledger.tool(question + ["--html", format])
      #expect(answer.status == 2 && answer.output.isEmpty && answer.error.contains("--html"), "\(answer)")
    }
  }

  @Test func `findings are printed themselves, and scores, not their summary or accounts`() throws {
    let ledger = try SmallLedger()
    for question in [["findings", "--summary"], ["explain", "cash:x-A"]] {
      #expect(try ledger.tool(question + ["--html"]).status == 2, "\(question)")
    }
  }

  @Test func `a scorecard's certificate is that of its standing, which the ledger answers again`() throws {
    let ledger = try SmallLedger()
    let (paper, kept) = (ledger.folder("paper"), ledger.folder("kept"))
    let card = ["scorecard", "x-A"] + Self.year
    let page = try ledger.tool(card + ["--html", "--certificate", paper])
    let json = try ledger.tool(card + ["--standing", "--json", "--certificate", kept])
    #expect(page.status == 0 && json.status == 0, "\(page.error)\(json.error)")
    let hashes = try [paper, kept].map { path in
      try String(decoding: SmallFile.required(path), as: UTF8.self).split(separator: "\n").filter { $0.count >= 64 }
        .last
    }
    #expect(hashes[0] == hashes[1] && hashes[0] != nil)
    #expect(json.output.contains(#""name":"渝州大学","rank":null,"parties":1,"externalSeconds":"14400""#), "\(json.output)")
    #expect(json.output.contains(#""trend":[]"#), "no set is in force")
    for path in [paper, kept] { #expect(try ledger.tool("certify", "--check", path).status == 0) }
  }

  @Test func `sections and states of a file have Chinese names`() {
    #expect(UnitFileWords.section("rectification")[.zh] == "整改" && UnitFileWords.section("x")[.en] == "x")
    #expect(UnitFileWords.state("overdue, due 2024-05-01", .zh) == "逾期，期限 2024-05-01")
    #expect(UnitFileWords.state("overdue, due 2024-05-01", .en) == "overdue, due 2024-05-01")
    #expect(UnitFileWords.state("4000", .zh) == "4000")
  }
}
