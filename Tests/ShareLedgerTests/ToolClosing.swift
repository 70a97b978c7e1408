import ShareLedger
import Testing

@Suite struct `The tool closes books` {
  private func close(_ ledger: SmallLedger, _ through: String, _ more: String...) throws -> Tool.Answer {
    try ledger.tool(["close", "x-A", "--through", through, "--actor", "x-A", "--json"] + more)
  }

  @Test func `with the totals of what was posted since they were last closed`() throws {
    let ledger = try SmallLedger()
    let totals = #"[{"commodity":"CNY","debit":160000,"credit":-160000}],"postings":2}}"#
    let may = #""data":{"books":"x-A","through":"2024-05-31","controlTotals":\#(totals)"# + "\n"
    #expect(try close(ledger, "2024-05-31", "--dry-run").output == #"{"position":null,"# + may)
    #expect(try ledger.tool("log").lines.count == 6)
    #expect(try close(ledger, "2024-05-31").output == #"{"position":"7","# + may)
    #expect(
      try close(ledger, "2024-06-30", "--dry-run").output.contains(#""debit":60000,"credit":-60000}],"postings":2}"#))
    #expect(try ledger.tool("timeline", "books:x-A", "--csv").output.contains(",period.closed,"))
  }

  @Test func `of the platform in any commodity`() throws {
    let ledger = try SmallLedger()
    let arguments = [
      "close", "platform", "--through", "2024-12-31", "--actor", "x-A", "--commodity", "SEC", "--commodity", "NUM",
    ]
    let people = try ledger.tool(arguments + ["--dry-run"])
    #expect(
      people.lines == [
        "commodity    debit    credit", "SEC        4:00:00  -4:00:00", "NUM              1        -1",
        "4 postings through 2024-12-31 in the books of platform; nothing was written",
      ])
    let closed = try ledger.tool(arguments + ["--id", "year-2024", "--source", "urn:office"])
    #expect(closed.lines.last == "closed 4 postings through 2024-12-31 in the books of platform · position 7")
    #expect(try ledger.tool("log", "--from", "7", "--json").output.contains(#""id":"year-2024","source":"urn:office""#))
  }

  @Test func `once, and then their days take no more`() throws {
    let ledger = try SmallLedger()
    #expect(try close(ledger, "2024-06-30").status == 0)
    let again = try close(ledger, "2024-06-30")
    #expect(again.status == 1 && again.error.contains("2024-06-30"), "\(again)")
    let late = Samples.line(
      "payment.received", id: "late", time: "2024-06-02T12:00:00+08:00",
      data: #"{"payment":"P2","charge":"C1","unit":"x-A","user":"u1","amount":100}"#)
    #expect(try Tool.run(["append", ledger.folder("lab")], input: Array(late.utf8)).status == 1)
  }

  @Test(arguments: [
    ["close", "x", "x-A"], ["close", "x", "x-A", "--through", "2024-12-31"],
    ["close", "x", "x-A", "--through", "2024-12", "--actor", "a"],
    ["close", "x", "x-A", "--through", "2024-12-31", "--actor", "a", "--commodity", "EUR"],
    ["close", "x", "x-A", "--through", "2024-12-31", "--actor", "a", "--commodity", "CNY", "--commodity", "CNY"],
    ["close", "x", "x-A", "--through", "2024-12-31", "--actor", "a", "--source", "a b"],
  ])
  func `but not with wrong usage`(_ arguments: [String]) throws {
    let answer = try Tool.run(arguments)
    #expect(answer.status == 2 && !answer.error.isEmpty && answer.output.isEmpty, "\(answer)")
  }
}
