import Foundation
import ShareLedger
import Testing

@testable import ShareLedgerCLI

@Suite struct `The tool shows balances` {
  @Test func `amounts for people are exact`() {
    #expect(Amounts.yuan(0) == "0.00" && Amounts.yuan(5) == "0.05" && Amounts.yuan(-5) == "-0.05")
    #expect(Amounts.yuan(120_050) == "1200.50" && Amounts.yuan(-120_050) == "-1200.50")
    #expect(Amounts.yuan(.min) == "-1701411834604692317316873037158841057.28")
    #expect(Amounts.hours(0) == "0:00:00" && Amounts.hours(3_661) == "1:01:01" && Amounts.hours(-36_000) == "-10:00:00")
    #expect(Amounts.hours(-59) == "-0:00:59" && Amounts.hours(360_000_000) == "100000:00:00")
    #expect(Amounts.text(100, .cny) == "1.00" && Amounts.text(100, .sec) == "0:01:40" && Amounts.text(-7, .num) == "-7")
  }

  @Test func `balance as an array for programs, and for people`() throws {
    let ledger = try SmallLedger()
    let json = try ledger.tool("balance", "receivable", "--at", "2024-12-31", "--json")
    #expect(json.output == #"[{"account":"receivable:x-A:u1","commodity":"CNY","amount":"100000"}]"# + "\n")
    let early = try ledger.tool("balance", "receivable", "--at", "2024-12-31", "--known", "5", "--json")
    #expect(early.output == #"[{"account":"receivable:x-A:u1","commodity":"CNY","amount":"160000"}]"# + "\n")
    #expect(try ledger.tool("balance", "receivable", "--at", "2024-05-05", "--json").output == "[]\n")
    #expect(try ledger.tool("balance", "cash", "--known", "5", "--json").output == "[]\n")
    #expect(try ledger.tool("balance", "--known", "99").status == 2)
    let table = try ledger.tool("balance", "--at", "2024-12-31")
    #expect(
      table.linesAboveCertificate.dropLast() == [
        "account                commodity    amount",
        "cash:x-A               CNY          600.00",
        "hours:x-A:R1:external  SEC         4:00:00",
        "income:x-A:p:labour    CNY        -1600.00",
        "receivable:x-A:u1      CNY         1000.00",
        "services:x-A:external  NUM               1",
        "world:NUM              NUM              -1",
        "world:SEC              SEC        -4:00:00",
      ])
    let csv = try ledger.tool("balance", "hours", "--at", "2024-12-31", "--csv")
    #expect(csv.output == "account,commodity,amount\r\nhours:x-A:R1:external,SEC,14400\r\n")
  }

  @Test func `movements by month`() throws {
    let ledger = try SmallLedger()
    let arguments = [
      "balance", "receivable:x-A:", "--from", "2024-05-01", "--through", "2024-06-30", "--every", "month",
    ]
    let csv = try ledger.tool(arguments + ["--csv"])
    #expect(
      csv.output == "account,commodity,from,through,opening,debit,credit,closing\r\n"
        + "receivable:x-A:u1,CNY,2024-05-01,2024-05-31,0,160000,0,160000\r\n"
        + "receivable:x-A:u1,CNY,2024-06-01,2024-06-30,160000,0,60000,100000\r\n")
    let json = try ledger.tool(arguments + ["--json"])
    #expect(json.output.contains(#""from":"2024-06-01","through":"2024-06-30","opening":"160000","debit":"0","#))
    let table = try ledger.tool(arguments)
    #expect(table.linesAboveCertificate.last?.hasPrefix("1 accounts, 2 periods · ") == true, "\(table)")
    #expect(table.output.contains("  1600.00     0.00  600.00  1000.00\n"), "\(table)")
  }

  @Test func `the trial balance is zero`() throws {
    let ledger = try SmallLedger()
    let csv = try ledger.tool("balance", "--trial", "--at", "2024-12-31", "--csv")
    #expect(
      csv.output == "commodity,accounts,debit,credit,difference\r\nCNY,3,160000,160000,0\r\n"
        + "SEC,2,14400,14400,0\r\nNUM,2,1,1,0\r\n")
    let json = try ledger.tool("balance", "--trial", "--at", "2024-01-31", "--json")
    #expect(json.output.contains(#"{"commodity":"CNY","accounts":0,"debit":"0","credit":"0","difference":"0"}"#))
    #expect(try ledger.tool("balance", "--trial").output.contains("\nbalanced · "))
  }

  @Test func `register and explanation name the events`() throws {
    let ledger = try SmallLedger()
    let register = try ledger.tool("register", "receivable:x-A", "--csv")
    let rows = register.output.components(separatedBy: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("2024-05-06,5,") && rows[1].contains(",charge.assessed,urn:test,charged,"))
    #expect(rows[1].hasSuffix(",receivable:x-A:u1,CNY,160000,160000") && rows[2].hasSuffix(",-60000,100000"))
    let june = try ledger.tool("register", "receivable", "--from", "2024-06-01", "--json")
    #expect(june.output.contains(#""openings":[{"account":"receivable:x-A:u1","commodity":"CNY","amount":"160000"}]"#))
    #expect(june.output.contains(#""amount":"-60000","balance":"100000"}]"#))
    let people = try ledger.tool("register", "receivable")
    #expect(people.output.contains("receivable:x-A:u1: opened with 0.00, closed with 1000.00\n"))

    let explanation = try ledger.tool("explain", "receivable:x-A:u1", "--at", "2024-12-31", "--json")
    #expect(explanation.output.contains(#""debit":"160000","credit":"60000","sum":"100000","certificate":"#))
    #expect(explanation.output.components(separatedBy: #""position":"#).count == 3)
    let known = try ledger.tool("explain", "receivable:x-A:u1", "--known", "5", "--csv")
    #expect(known.output.components(separatedBy: "\r\n").count == 3)
    let may = try ledger.tool("explain", "receivable:x-A:u1", "--from", "2024-05-01", "--through", "2024-05-31")
    #expect(may.output.contains("from 2024-05-01 through 2024-05-31: debit 1600.00, credit 0.00, 1 postings"))
  }

  @Test func `diff shows what was learned and from what`() throws {
    let ledger = try SmallLedger()
    let diff = try ledger.tool("diff", "receivable", "--since", "5", "--at", "2024-12-31", "--csv")
    let rows = diff.output.components(separatedBy: "\r\n")
    #expect(rows.count == 3 && rows[1].hasPrefix("receivable:x-A:u1,CNY,160000,100000,2024-06-01,6,"))
    #expect(rows[1].hasSuffix(",payment.received,urn:test,paid,-60000"))
    let json = try ledger.tool("diff", "--since", "4", "--known", "5", "--json")
    #expect(json.output.contains(#""since":"4","known":"5""#) && json.output.contains(#""difference":"160000""#))
    #expect(try ledger.tool("diff", "--since", "5", "--known", "4").status == 2)
    #expect(try ledger.tool("diff", "--since", "6", "--json").output.contains(#""changes":[]"#))
  }

  @Test(arguments: [
    ["balance", "x", "nothing"], ["balance", "x", "cost:a:b:c:d"], ["balance", "x", "--every", "month"],
    ["balance", "x", "--through", "2024-01-01"], ["balance", "x", "--from", "2024-02-01", "--through", "2024-01-01"],
    ["balance", "x", "--from", "2024-01-01", "--every", "week"], ["balance", "x", "cost", "--trial"],
    ["balance", "x", "--trial", "--zero"], ["balance", "x", "--zero", "--from", "2024-01-01"],
    ["balance", "x", "--json", "--csv"], ["register", "x"], ["register", "x", "cost", "--from", "yesterday"],
    ["explain", "x", "cost"], ["explain", "x", "cost:x-A"], ["diff", "x"], ["diff", "x", "--since", "never"],
  ])
  func `wrong usage exits with 2`(_ arguments: [String]) throws {
    let answer = try Tool.run(arguments)
    #expect(answer.status == 2 && !answer.error.isEmpty && answer.output.isEmpty, "\(answer)")
  }
}
