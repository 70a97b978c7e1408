import EventLog
import EventModel
@testable import Sharing
import Testing

@Suite struct `Duplicates and matches` {
  @Test func `names are compared by ASCII words and by pairs of other characters`() throws {
    func similarity(_ left: String, _ right: String) -> String {
      let ratio = NameTokens(left).similarity(to: NameTokens(right))
      return ratio.map { "\($0.numerator)/\($0.denominator)" } ?? "none"
    }
    #expect(similarity("红外光谱仪", "光谱仪") == "4/6")
    #expect(similarity("NMR 600 MHz", "nmr-600") == "4/5")
    #expect(similarity("质谱仪", "显微镜") == "0/4")
    #expect(similarity("X射线衍射仪", "X射线衍射仪") == "10/10")
    #expect(similarity("谱", "谱") == "2/2")
    #expect(similarity("——", "  ") == "none")
    #expect(similarity("质谱（有机）", "质谱 有机") == "4/4")
    let left = try #require(ExactRatio(1, 3)), right = try #require(ExactRatio(2, 5))
    #expect(left.isLess(than: right) && !right.isLess(than: left) && !left.isLess(than: left))
  }

  private func world() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.add("party.registered", #"{"party":"x-a","kind":"unit","name":"A","adcode":"500105"}"#, at: "2016-01-01")
    try ledger.add("party.registered", #"{"party":"x-b","kind":"unit","name":"B","adcode":"510100"}"#, at: "2016-01-01")
    try ledger.addParty("u1", kind: "user")
    for (id, unit, name, code) in [
      ("1", "x-a", "傅里叶红外光谱仪", "010101"), ("2", "x-b", "红外光谱仪", "010101"), ("3", "x-a", "质谱仪", "010102"),
      ("4", "x-a", "红外光谱仪", "010103"),
    ] {
      try ledger.addResource(id, unit: unit, name: name, extra: #","classCode":"\#(code)""#)
      if id != "4" { try ledger.add("resource.opened", #"{"resource":"\#(id)","mode":"external"}"#, at: "2024-02-01") }
    }
    let usage = TestLedger.usage().replacing(#""resource":"R1","unit":"x-uni""#, with: #""resource":"1","unit":"x-a""#)
    try ledger.add("usage.recorded", usage, at: "2024-05-06")
    return ledger
  }

  private func hits(_ ledger: TestLedger, _ plan: PlannedPurchase, known: Position? = nil) throws -> DuplicateCheck {
    let asOf = try ledger.asOf("2024-12-31", known: known)
    return try ledger.log.read { try DuplicateCheck($0, plan, asOf: asOf) }
  }

  @Test func `a purchase doubles what is open of its class or of a similar name, with the hours of a year`() throws {
    let ledger = try world()
    var plan = PlannedPurchase(name: try Text("红外光谱仪"), classCode: try Identifier("010101"))
    let found = try hits(ledger, plan)
    #expect(found.hits.map(\.entry.resource.text) == ["2", "1"] && found.hits.allSatisfy { $0.isSameClass })
    #expect(found.hits.map(\.usedSeconds) == [0, 14_400] && found.meanSeconds?.rounded == 7_200)
    plan.classCode = nil
    #expect(try hits(ledger, plan).hits.map(\.entry.resource.text) == ["2", "1"])
    plan.similarityMinBasisPoints = 9_000
    #expect(try hits(ledger, plan).hits.map(\.entry.resource.text) == ["2"])
    plan.area = "5001"
    #expect(try hits(ledger, plan).hits.isEmpty && hits(ledger, plan).meanSeconds == nil)
    #expect(try hits(ledger, PlannedPurchase(name: try Text("离心机"))).hits.isEmpty)
  }

  @Test func `a demand finds what is open of its class or words, the class first`() throws {
    let ledger = try world()
    try ledger.add(
      "demand.posted",
      #"{"demand":"D","user":"u1","kind":"equipment","classCode":"010102","text":"红外光谱测定"}"#, at: "2024-03-01")
    let asOf = try ledger.asOf("2024-12-31")
    let id = try Identifier("D")
    let found = try #require(try ledger.log.read { try DemandMatches($0, posted: id, asOf: asOf) })
    #expect(found.matches.map(\.entry.resource.text) == ["3", "2", "1"])
    var demand = Demand(text: try Text("红外光谱测定"), area: "51")
    func matches() throws -> [String] {
      try ledger.log.read { try DemandMatches($0, demand, asOf: asOf) }.matches.map(\.entry.resource.text)
    }
    #expect(try matches() == ["2"])
    demand.kind = .talent
    #expect(try matches().isEmpty)
    #expect(try ledger.log.read { try DemandMatches($0, posted: Identifier("E"), asOf: asOf) } == nil)
  }
}
