import ShareLedger
import TestSupport
import Testing

@testable import ShareLedgerCLI

@Suite struct `Charts` {
  private static func markup(_ write: (inout HTML) -> Void) -> String {
    var html = HTML()
    write(&html)
    return html.markup
  }

  private static func bars(_ points: Int64..., cap: Int64? = nil) -> BarChart {
    let bars = points.map { BarChart.Bar(name: "i", label: "i", points: $0, weight: cap, cap: cap) }
    return BarChart(bars: bars, title: "t", description: "d")
  }

  @Test func `bars are as long as their points, the longest or its cap as wide as the plot`() {
    let chart = Self.bars(3_000, 1_500, 0, cap: 3_000)
    #expect(chart.bars.map { chart.length($0.points) } == [860, 430, 0] && chart.length(-5) == 0)
    #expect(Self.bars(1, cap: 4).length(1) == 215 && Self.bars(0).length(0) == 0)
    let large = Self.bars(.max, 1)
    #expect(large.length(.max) == 860 && large.length(1) == 0)
    let svg = Self.markup(chart.write)
    #expect(svg.contains("<g data-name=\"i\" data-value=\"1500\">") && svg.contains("15.00 / 30.00"))
    #expect(svg.contains("<title>t</title><desc>d</desc>"))
  }

  @Test func `long labels are cut in the drawing`() {
    let bar = BarChart.Bar(name: "x", label: String(repeating: "x", count: 64), points: 1)
    let svg = Self.markup(BarChart(bars: [bar], title: "", description: "").write)
    #expect(svg.contains(">" + String(repeating: "x", count: 29) + "…<"))
  }

  @Test func `the parts of the hours fill the bar, each to the nearest unit`() {
    var random = SeededRandom(seed: 12)
    for round in 0..<500 {
      let most = Int64(1) << Int64.random(in: 1...62, using: &random)
      let (external, own) = (Int64.random(in: 0...most, using: &random), Int64.random(in: 0...most, using: &random))
      let base = round % 3 == 0 ? nil : Int128(Int64.random(in: 0...most, using: &random))
      let chart = HoursChart(ScoredHours(external: Int128(external), internal: Int128(own), base: base), .en)
      #expect(chart.parts.count == (base == nil ? 2 : 3))
      guard chart.total > 0 else { continue }
      let segments = chart.segments
      #expect(segments.reduce(0) { $0 + $1.width } == 1_800)
      var right = 0
      for (part, segment) in zip(chart.parts, segments) {
        #expect(segment.x == right)
        right += segment.width
        let exact = Double(part.seconds) * 1_800 / Double(chart.total)
        #expect(abs(Double(segment.width) - exact) <= 1.001, "\(external) \(own) \(String(describing: base))")
      }
    }
  }

  @Test func `what was used beyond the base leaves nothing idle, and no hours draw nothing`() throws {
    let over = HoursChart(ScoredHours(external: 7_200, internal: 3_600, base: 3_600), .zh)
    #expect(
      over.parts.map(\.seconds) == [7_200, 3_600, 0] && over.parts.map { over.share(of: $0) } == [6_667, 3_333, 0])
    let none = HoursChart(ScoredHours(external: 0, internal: 0, base: nil), .en)
    #expect(none.segments.allSatisfy { $0.width == 0 } && none.parts.allSatisfy { none.share(of: $0) == nil })
    let written = Self.markup { none.write(&$0, .en) }
    #expect(!written.contains("class=\"hours\"") && written.contains("<data value=\"0\">0:00:00</data>"))
  }

  private static func trend(_ totals: Int64...) throws -> TrendChart {
    let day = try Day(iso: "2024-01-31")
    let points = try totals.enumerated().map { index, total in
      let through = try day.advanced(by: index * 31)
      return ScoreTrendPoint(
        period: try #require(CivilPeriod(from: day, through: through)), valid: day.end, total: total)
    }
    return TrendChart(points: points, title: "t", description: "d")
  }

  @Test(arguments: [[0, 0], [1, 1], [5_735, 4_477], [600, 601], [12_000, 3], [.max / 4, 0]] as [[Int64]])
  func `a trend lies within its grid, which has few lines`(totals: [Int64]) throws {
    let chart = try Self.trend(totals[0], totals[1])
    let highest = totals.max() ?? 0
    #expect(chart.top >= highest && chart.top % chart.step == 0 && chart.top / chart.step <= 6)
    #expect(chart.height(of: 0) == 430 && chart.height(of: chart.top) == 40)
    #expect(totals.allSatisfy { (40...430).contains(chart.height(of: $0)) })
    #expect(chart.column(of: 0) == 140 && chart.column(of: 1) == 1_070)
  }

  @Test func `a trend names each total and its month`() throws {
    let svg = Self.markup(try Self.trend(100, 250).write)
    #expect(svg.contains("data-name=\"2024-03-02\" data-value=\"250\"") && svg.contains(">2.50<"))
    #expect(svg.contains("points=\"140,300 1070,105\""), "\(svg)")
    #expect(try Self.trend(7).column(of: 0) == 605)
  }
}
