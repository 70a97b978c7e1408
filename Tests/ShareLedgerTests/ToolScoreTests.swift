import Foundation
import Testing

@Suite struct `The commands about scorecards` {
  private static let indicators =
    #"[{"id":"externalHours","weight":10000,"target":28800,"cap":10000},{"id":"refusals","weight":10,"target":1,"cap":10}]"#

  private static func set(_ id: String) -> String {
    #"{"set":"\#(id)","effectiveFrom":"2024-01-01","indicators":\#(indicators),"hourBase":1400}"#
  }

  /// The small ledger with instruments in scope, an indicator set, a cycle, and a use recorded late.
  private static func ledger() throws -> SmallLedger {
    let ledger = try SmallLedger()
    try append(
      ledger,
      Samples.line(
        "resource.acquired", id: "R2",
        data: """
          {"resource":"R2","unit":"x-A","kind":"equipment","name":"质谱仪","originalValue":30000000,\
          "funding":[{"source":"local","amount":30000000}],"acceptedOn":"2024-01-31","source":"purchase"}
          """),
      Samples.line("indicatorSet.published", id: "set", time: "2024-01-05T10:00:00+08:00", data: set("S")),
      Samples.line(
        "cycle.opened", id: "cycle", time: "2025-01-05T10:00:00+08:00",
        data: #"{"cycle":"AC","from":"2024-01-01","to":"2024-12-31","indicatorSet":"S"}"#))
    return ledger
  }

  private static func append(_ ledger: SmallLedger, _ lines: String...) throws {
    let answer = try Tool.run(["append", ledger.folder("lab")], input: Array(lines.joined(separator: "\n").utf8))
    #expect(answer.status == 0, "\(answer.error)")
  }

  private static let year = ["--from", "2024-01-01", "--through", "2024-12-31", "--at", "2024-12-31"]

  @Test func `show a card in both languages, with keys that never change`() throws {
    let ledger = try Self.ledger()
    let english = try ledger.tool(["scorecard", "x-A", "--lang", "en"] + Self.year)
    #expect(english.status == 0, "\(english.error)")
    #expect(
      english.lines.contains {
        $0.hasPrefix("externalHours") && $0.contains("external hours per resource") && $0.hasSuffix("50.00")
      })
    #expect(english.lines.contains("total: 50.00"))
    let chinese = try ledger.tool(["scorecard", "x-A"] + Self.year + ["--lang", "zh"])
    #expect(chinese.lines.first?.hasPrefix("指标") == true && chinese.output.contains("年平均对外服务机时"))
    let byLocale = try Tool.run(
      ["scorecard", ledger.folder("lab"), "x-A"] + Self.year, environment: ["LC_ALL": "zh_CN.UTF-8"])
    // The certificates name what was asked, which differs by the language.
    let answers = [byLocale, chinese].map { $0.lines.prefix { !$0.hasPrefix("certificate:") } }
    #expect(answers[0] == answers[1])
    let json = try ledger.tool(["scorecard", "x-A", "--json", "--lang", "zh", "--evidence"] + Self.year)
    #expect(
      json.output.contains(
        #"{"indicator":"externalHours","label":"年平均对外服务机时","value":"14400","unit":"seconds","numerator":"14400","#
          + #""denominator":"1","target":28800,"weight":10000,"cap":10000,"points":5000,"numeratorPositions":["4"],"#
          + #""denominatorPositions":["7"]}"#), "\(json.output)")
    #expect(json.output.contains(#""total":5000"#))
    let csv = try ledger.tool(["scorecard", "x-A", "--csv"] + Self.year)
    #expect(csv.output.hasPrefix("indicator,label,value,unit,numerator,denominator,target,weight,cap,points\r\n"))
    #expect(csv.output.contains("\r\nonTimeRate,on-time rate,0,basisPoints,0,1,,,,\r\n"))
    #expect(csv.output.contains("\r\nsatisfaction,satisfaction,,basisPoints,,,,,,\r\n"))
  }

  @Test func `rank units`() throws {
    let ledger = try Self.ledger()
    try Self.append(ledger, Samples.unit("x-B", name: "乙"))
    let csv = try ledger.tool(["rank", "--csv"] + Self.year)
    #expect(
      csv.output == "rank,party,name,total,externalHours,refusals\r\n1,x-A,渝州大学,5000,5000,0\r\n2,x-B,乙,0,0,0\r\n",
      "\(csv.error)")
    #expect(try ledger.tool(["rank", "--limit", "1", "--csv"] + Self.year).output.contains("x-B") == false)
    #expect(try ledger.tool(["rank", "--as", "organisation", "--json"] + Self.year).output.contains(#""rows":[]"#))
    let early = try ledger.tool(["rank", "--known", "7", "--csv"] + Self.year)
    #expect(
      early.output.hasPrefix("rank,party,name,total,openRate,") && early.output.contains("\r\n1,x-A,渝州大学,,"),
      "no set, values")
  }

  @Test func `explain a cell, its difference and a total`() throws {
    let ledger = try Self.ledger()
    try Self.append(ledger, Self.lateUse)
    let events = try ledger.tool(["explain", "score:x-A:externalHours", "--csv"] + Self.year)
    #expect(
      events.output.hasPrefix("part,position,type,validTime,recordedTime,source,id\r\nnumerator,4,usage.recorded,"))
    let since = try ledger.tool(["explain", "score:x-A:externalHours", "--since", "9", "--json"] + Self.year)
    #expect(
      since.output.contains(
        #""before":"14400","after":"21600","pointsBefore":5000,"pointsAfter":7500,"change":2500,"steps":[{"cause":"event","#
      ),
      "\(since.output)\(since.error)")
    let total = try ledger.tool(["explain", "score:x-A", "--since-at", "2024-05-05", "--csv"] + Self.year)
    #expect(total.output.split(whereSeparator: \.isNewline).count == 2 + 1, "two uses: \(total.output)")
    let file = try ledger.folder.file("set.json", Array(Self.set("T").replacing("28800", with: "14400").utf8))
    let proposed = try ledger.tool(["explain", "score:x-A", "--proposed-set", file, "--csv"] + Self.year)
    #expect(proposed.output.contains("\r\ntarget,externalHours,,,,,,,,,7500,10000,2500\r\n"))
  }

  private static let lateUse = Samples.line(
    "usage.recorded", id: "late", time: "2024-06-06T12:00:00+08:00",
    data: """
      {"usage":"U2","resource":"R2","unit":"x-A","user":"u1","side":"external","purpose":"research","mode":"onSite",\
      "start":"2024-06-06T08:00:00+08:00","end":"2024-06-06T10:00:00+08:00","days":[{"day":"2024-06-06","seconds":7200}]}
      """)

  @Test func `try a proposal`() throws {
    let ledger = try Self.ledger()
    let file = try ledger.folder.file("set.json", Array(Self.set("T").replacing("28800", with: "14400").utf8))
    let moved = try ledger.tool(["whatif", "--proposed-set", file, "--csv"] + Self.year)
    #expect(
      moved.output == "party,rankBefore,rankAfter,totalBefore,totalAfter,change\r\nx-A,1,1,5000,10000,5000\r\n",
      "\(moved.error)")
    let policy = try ledger.tool(["whatif", "--parameter", "equipmentThresholdFen=90000000", "--csv"] + Self.year)
    #expect(policy.output.contains("x-A,1,1,5000,0,-5000"))
    #expect(try ledger.tool("stats").lines.contains { $0.contains("head ") && $0.hasSuffix(" 9") })
  }

  @Test func `tell what drifted`() throws {
    let ledger = try Self.ledger()
    let hash = String(repeating: "0", count: 64)
    let frozen = Samples.line(
      "score.frozen", id: "frozen", time: "2025-02-01T10:00:00+08:00",
      data: """
        {"unit":"x-A","cycle":"AC","indicatorSet":"S","period":{"from":"2024-01-01","to":"2024-12-31"},\
        "validAt":"2024-12-31T23:59:59.999999+08:00","knownAt":9,"points":[{"indicator":"externalHours","value":14400,\
        "points":5000},{"indicator":"refusals","value":0,"points":0}],"total":5000,"certificateHash":"\(hash)"}
        """)
    try Self.append(ledger, frozen, Self.lateUse)
    let csv = try ledger.tool("drift", "--csv")
    #expect(csv.status == 0, "\(csv.error)")
    #expect(csv.output.contains("\r\n10,AC,x-A,false,externalHours,14400,21600,5000,7500,11\r\n"), "\(csv.output)")
    #expect(csv.output.hasSuffix("\r\n10,AC,x-A,false,total,,,5000,7500,\r\n"))
    #expect(try ledger.tool("drift", "--unit", "x-B").output.contains("frozen: 0"))
  }

  @Test(
    arguments: [
      ["scorecard", "x-A"], ["rank", "--from", "2025-01-01", "--through", "2024-01-01"],
      ["rank", "--from", "2024-01-01", "--set", "none"], ["whatif", "--from", "2024-01-01"],
      ["whatif", "--from", "2024-01-01", "--parameter", "nothing=1"],
      ["whatif", "--from", "2024-01-01", "--parameter", "registrationDays=x"],
      ["whatif", "--from", "2024-01-01", "--parameter", "registrationDays=-1"],
      ["explain", "score:x-A", "--from", "2024-01-01"], ["explain", "score:x-A:share", "--from", "2024-01-01"],
      ["explain", "score:x-A:a:b", "--from", "2024-01-01"], ["explain", "cash:x-A", "--since", "1"],
      ["scorecard", "x-A", "--from", "2024-01-01", "--as", "user"],
    ])
  func `refuse wrong usage`(arguments: [String]) throws {
    let answer = try Self.ledger().tool(arguments)
    #expect(answer.status == 2 && answer.output.isEmpty && !answer.error.isEmpty, "\(answer)")
  }
}
