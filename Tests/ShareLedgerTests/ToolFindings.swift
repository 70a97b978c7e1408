import Foundation
import ShareLedger
import Testing

@testable import ShareLedgerCLI

@Suite struct `The tool finds, discloses and matches` {
  private static let city: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    try Demo(eventCount: 12_000).record(into: folder("city"))
    return folder
  }

  private func tool(_ arguments: String...) throws -> Tool.Answer {
    try Tool.run([arguments[0], Self.city.get()("city")] + arguments.dropFirst())
  }

  @Test func `findings as table, CSV and JSON, filtered, with labels in two languages`() throws {
    let table = try tool("findings", "--at", "2026-01-31", "--lang", "zh")
    #expect(table.status == 0 && table.output.contains("未向社会开放") && table.output.contains("open: "))
    let rows = try tool("findings", "--at", "2026-01-31", "--csv")
    #expect(rows.rows.first?.hasPrefix("rule,article,party,subjects,since,curedOn,measured,threshold") == true)
    let late = try tool("findings", "--at", "2026-01-31", "--rule", "registeredLate", "--csv")
    #expect(late.rows.count > 1 && late.rows.dropFirst().allSatisfy { $0.hasPrefix("registeredLate,12,") })
    let open = try tool("findings", "--at", "2026-01-31", "--rule", "registeredLate", "--open", "--csv")
    #expect(open.rows.count == 1)
    let answer = try tool("findings", "--at", "2026-01-31", "--known", "10", "--json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect((object["findings"] as? [Any])?.isEmpty == true && object["known"] as? String == "10")
    let summary = try tool("findings", "--at", "2026-01-31", "--summary", "--json")
    let counts = try #require(try JSONSerialization.jsonObject(with: Data(summary.output.utf8)) as? [String: Any])
    let rules = try #require(counts["rules"] as? [[String: Any]])
    #expect(rules.reduce(0) { $0 + ($1["findings"] as? Int ?? 0) } == rows.rows.count - 1)
  }

  @Test func `every rule is listed with its parameter, and has labels in both languages`() throws {
    let list = try Tool.run("rules", "--lang", "zh")
    for rule in FindingRule.allCases {
      #expect(list.output.contains(rule.rawValue) && list.output.contains(rule.label(.zh)))
      #expect(rule.label(.zh) != rule.label(.en))
      if let parameter = rule.parameter { #expect(list.output.contains(parameter.rawValue)) }
    }
  }

  @Test func `the hash of a disclosure is that of its canonical bytes`() throws {
    let year = ["--from", "2024-01-01", "--through", "2024-12-31"]
    let folder = try Self.city.get()
    let json = try Tool.run(["disclose", folder("city")] + year + ["--json"])
    let hash = try Tool.run(["disclose", folder("city")] + year + ["--hash"])
    #expect(hash.output == ContentHash(hashing: Array(json.output.utf8)).text + "\n")
    let table = try Tool.run(["disclose", folder("city"), "--users", "40"] + year)
    #expect(table.status == 0 && table.output.contains("external use") && !table.output.contains("leftOut: 0"))
    #expect(try Tool.run(["disclose", folder("city")] + year + ["--users", "1"]).output.contains("leftOut: 0"))
  }

  @Test func `duplicates and matches name resources that are open`() throws {
    let hits = try tool("duplicates", "有机质谱仪", "--at", "2025-12-31")
    #expect(hits.status == 0 && hits.output.contains("有机质谱仪") && hits.output.contains("meanSeconds: "))
    let matches = try tool("match", "用质谱测定蛋白质", "--kind", "equipment", "--limit", "2", "--csv")
    #expect(matches.rows.count == 3 && matches.rows[1].contains("质谱"))
  }

  @Test func `a projection says all a second machine needs`() throws {
    let full = try tool("project", "findings", "--at", "2025-12-31", "--known", "3000")
    let short = try tool("project", "findings", "--at", "2025-12-31", "--known", "3000", "--hash")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(full.output.utf8)) as? [String: Any])
    let brief = try #require(try JSONSerialization.jsonObject(with: Data(short.output.utf8)) as? [String: Any])
    for key in ["valid", "known", "projector", "revision", "fingerprint", "hash"] {
      #expect("\(object[key] ?? "-")" == "\(brief[key] ?? "+")", "\(key)")
    }
    let start = try #require(full.output.range(of: "\"answer\":"))
    let end = try #require(full.output.range(of: ",\"certificate\":", options: .backwards))
    let answer = Array(full.output[start.upperBound..<end.lowerBound].utf8)
    #expect(ContentHash(hashing: answer).text == object["hash"] as? String)
  }

  @Test(arguments: [
    ["findings"], ["rules", "city"], ["findings", "city", "--rule", "none"],
    ["findings", "city", "--threads", "0"], ["project", "city"], ["project", "city", "none"],
    ["disclose", "city"],
    ["disclose", "city", "--from", "2024-01-01", "--hash", "--json"],
    ["disclose", "city", "--from", "2024-01-01", "--users", "0"],
    ["duplicates", "city"], ["duplicates", "city", "x", "--similarity", "0"],
    ["duplicates", "city", "x", "--area", "a"],
    ["match", "city"], ["match", "city", "x", "--demand", "D"], ["match", "city", "--demand", "D", "--kind", "talent"],
  ])
  func `wrong usage is told`(_ arguments: [String]) throws {
    let answer = try Tool.run(arguments)
    #expect(answer.status == 2 && !answer.error.isEmpty, "\(arguments) \(answer)")
  }
}

extension Tool.Answer {
  /// The rows of CSV, whose line ends are one character to Swift.
  fileprivate var rows: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
}
