import Foundation
import Testing

@testable import ShareLedgerCLI

@Suite struct `The tool prices, recovers and reports` {
  @Test func `a usage and the same use planned have one price`() throws {
    let folder = try TemporaryFolder()
    let ledger = try MoneySamples.ledger(in: folder)
    let used = try Tool.run("quote", ledger, "--usage", "U1", "--csv")
    #expect(used.status == 0, "\(used.error)")
    #expect(
      used.output
        == "component,label,basis,measure,userClass,quantity,amount\r\nlabour,上机,perHour,used,,9000,110000\r\n")
    let planned = try Tool.run(
      "quote", ledger, "--resource", "R1", "--start", "2024-04-01T08:00:00+08:00", "--end", "2024-04-01T10:30:00+08:00",
      "--csv")
    #expect(planned.output == used.output)
    let json = try Tool.run("quote", ledger, "--usage", "U1", "--json")
    #expect(json.output.contains(#""standard":"F1","userClass":"external","total":"110000","positions":["4","5"]"#))
    let table = try Tool.run("quote", ledger, "--usage", "U1")
    #expect(table.output.contains("2:30:00  1100.00\n") && table.output.contains("total: 1100.00\n"))
  }

  @Test func `without a price the tool says why and exits with 1`() throws {
    let folder = try TemporaryFolder()
    let ledger = try MoneySamples.ledger(in: folder)
    let early = try Tool.run(
      "quote", ledger, "--resource", "R1", "--start", "2024-02-01T08:00:00+08:00", "--end", "2024-02-01T10:30:00+08:00")
    #expect(early.status == 1)
    #expect(early.error == "shareledger: no fee standard is in force for resource R1 on 2024-02-01\n")
    #expect(try Tool.run("quote", ledger, "--usage", "U9").status == 1)
  }

  @Test func `recovery shows yuan to people and fen to programs`() throws {
    let folder = try TemporaryFolder()
    let ledger = try MoneySamples.ledger(in: folder)
    let days = ["--from", "2024-03-01", "--through", "2024-03-31"]
    let csv = try Tool.run(["recovery", ledger, "x-A", "--csv"] + days)
    #expect(csv.status == 0, "\(csv.error)")
    let amounts = "100000,170000,0,1000,70000,70.00,0,70000,21.70"
    #expect(csv.output.hasSuffix("\r\nlabour,\(amounts)\r\ntotal,\(amounts)\r\n"))
    let table = try Tool.run(["recovery", ledger, "x-A", "--pool", "nmr", "--evidence"] + days)
    #expect(table.output.contains(" 700.00 ") && table.output.contains("\ndays: 31\n"))
    let json = try Tool.run(["recovery", ledger, "x-A", "--json", "--evidence"] + days)
    #expect(json.output.contains(#""incomePositions":["7","8"],"byVoucherPositions":[],"waivedPositions":["10"]"#))
    #expect(
      try Tool.run(["recovery", ledger, "x-A", "--pool", "other", "--csv"] + days).output.hasSuffix(
        "\r\ntotal,0,0,0,0,0,,0,0,\r\n"))
  }

  @Test(arguments: [
    ("fee-book", "F1,x-A,R1,2024-03-01,,labour,上机,perHour,used,,3600,40000,false,公示栏,2024-01-01T00:00:00+08:00,"),
    (
      "untraceable-charges",
      "C2,x-A,R1,u1,U2,2024-03-05,chargeDiffersFromStandard,labour,60000,50000,F1,F1,60000,60000,50000,4 6 8\r\n"
    ),
    ("cost-pools", "x-A,nmr,labour,K1,,2024-03-07,100000,false,,9\r\n"),
    ("pool-balances", "x-A,nmr,100000,170000,0,1000,70000,70.00,0,70000,21.70,7 8 9 10\r\n"),
    ("corrections", "x-A,waiver,教学减免,x-A,1,-1000,10\r\n"),
    ("price-differences", "R1,labour,上机,external,F1,hour,60000.00,3600,60000,C2,8\r\n"),
    ("hours", "x-A,R1,12600,0,12600,0,0,,,5 6\r\n"),
  ])
  func `reports name their positions`(_ name: String, _ row: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try MoneySamples.ledger(in: folder)
    let answer = try Tool.run(
      "report", ledger, name, "--unit", "x-A", "--from", "2024-03-01", "--through", "2024-03-31", "--csv")
    #expect(answer.status == 0 && answer.output.contains("\r\n" + row), "\(answer)")
    let json = try Tool.run("report", ledger, name, "--from", "2024-03-01", "--through", "2024-03-31", "--json")
    #expect(json.output.hasPrefix(#"{"valid":"#) && json.output.contains(#""position"#))
    #expect(try Tool.run("report", ledger, name, "--from", "2024-03-01", "--known", "3").status == 0)
  }

  @Test func `reports on recording name late events`() throws {
    let folder = try TemporaryFolder()
    let ledger = try MoneySamples.ledger(in: folder)
    let late = try Tool.run("report", ledger, "late-events", "--csv")
    #expect(late.output.contains("charge.waived,longer,1,"), "\(late)")
    #expect(
      try Tool.run("report", ledger, "posted-elsewhere", "--csv").output.components(separatedBy: "\r\n").count == 2)
  }

  @Test func `the report on vouchers says whether everything agrees`() throws {
    let folder = try TemporaryFolder()
    let ledger = try MoneySamples.ledger(in: folder)
    let answer = try Tool.run("report", ledger, "voucher-tie-out", "--json")
    #expect(answer.output.contains(#""agrees":true,"checks":[{"programme":null,"check":"issued","expected":"0","#))
  }

  @Test func `the list names every report`() throws {
    let answer = try Tool.run("report", "--list")
    #expect(answer.status == 0)
    for report in Reports.all { #expect(answer.output.contains("\n\(report.name) ")) }
    #expect(Set(Reports.all.map { $0.name }).count == Reports.all.count)
  }

  @Test(arguments: [
    ["quote", "x"], ["quote", "x", "--usage", "U", "--resource", "R"],
    ["quote", "x", "--usage", "U", "--samples", "1"],
    ["quote", "x", "--resource", "R"], ["quote", "x", "--usage", "U", "--items=-1"],
    ["quote", "x", "--resource", "R", "--start", "2024-02-01T08:00:00Z", "--end", "2024-02-01T08:00:00Z"],
    [
      "quote", "x", "--resource", "R", "--start", "2024-02-01T08:00:00Z", "--end", "2024-02-01T09:00:00Z",
      "--booked-start", "2024-02-01T08:00:00Z",
    ],
    ["recovery", "x", "x-A"], ["recovery", "x", "--from", "2024-01-01"],
    ["recovery", "x", "x-A", "--from", "2024-02-01", "--through", "2024-01-01"],
    ["report"], ["report", "x"], ["report", "x", "nothing"], ["report", "x", "--list"],
    ["report", "x", "pool-balances"],
  ])
  func `wrong questions about money exit with 2`(_ arguments: [String]) throws {
    let answer = try Tool.run(arguments)
    #expect(answer.status == 2 && !answer.error.isEmpty, "\(answer)")
  }
}
