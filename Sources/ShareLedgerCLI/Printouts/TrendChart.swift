import ShareLedger

/// Totals over months as a line with a mark and a number for each.
struct TrendChart {
  let points: [ScoreTrendPoint]
  let title: String
  let description: String

  private static let (width, height) = (1_150, 560)
  private static let (columns, rows) = (100...1_110, 40...430)
  /// Distances between the lines of the grid, in basis points of the whole assessment.
  private static let steps: [Int64] = [100, 200, 500, 1_000, 2_000, 2_500, 5_000]
  private static let gridCountMax: Int64 = 6

  /// The distance between two lines of the grid: the first that needs few of them.
  var step: Int64 {
    let highest = points.map(\.total).max() ?? 0
    return TrendChart.steps.first { $0 * TrendChart.gridCountMax >= highest } ?? highest / TrendChart.gridCountMax + 1
  }

  /// The total at the top of the drawing.
  var top: Int64 {
    let highest = points.map(\.total).max() ?? 0
    return max(1, (highest + step - 1) / step) * step
  }

  /// Where a total lies, in units of the drawing from its upper edge.
  func height(of total: Int64) -> Int {
    let (upper, lower) = (TrendChart.rows.lowerBound, TrendChart.rows.upperBound)
    return lower - Int(Int128(max(0, total)) * Int128(lower - upper) / Int128(top))
  }

  /// Where a point lies from the left.
  func column(of index: Int) -> Int {
    let (left, right) = (TrendChart.columns.lowerBound + 40, TrendChart.columns.upperBound - 40)
    return points.count < 2 ? (left + right) / 2 : left + index * (right - left) / (points.count - 1)
  }

  func write(_ html: inout HTML) {
    let box = "0 0 \(TrendChart.width) \(TrendChart.height)"
    html.element(.svg, [.viewBox: box, .role: "img", .class: "trend"]) { html in
      html.element(.title, text: title)
      html.element(.desc, text: description)
      grid(&html)
      let path = points.indices.map { "\(column(of: $0)),\(height(of: points[$0].total))" }
      html.element(.polyline, [.points: path.joined(separator: " "), .class: "course"])
      for index in points.indices { mark(index, &html) }
    }
    html.lineFeed()
  }

  private func grid(_ html: inout HTML) {
    for total in stride(from: 0, through: top, by: Int64.Stride(step)) {
      let (y, left, right) = (height(of: total), TrendChart.columns.lowerBound, TrendChart.columns.upperBound)
      html.element(.line, [.class: "grid", .x1: "\(left)", .x2: "\(right)", .y1: "\(y)", .y2: "\(y)"])
      html.element(.text, [.x: "\(left - 15)", .y: "\(y + 10)", .class: "label"], text: "\(total / 100)")
    }
  }

  private func mark(_ index: Int, _ html: inout HTML) {
    let (point, x) = (points[index], column(of: index))
    let (y, day) = (height(of: point.total), point.period.through.civil)
    html.element(.g, [.dataName: "\(point.period.through)", .dataValue: "\(point.total)"]) { html in
      let isLast = index == points.count - 1
      html.element(.circle, [.cx: "\(x)", .cy: "\(y)", .r: isLast ? "13" : "8", .class: isLast ? "last" : "point"])
      let text = Amounts.yuan(Int128(point.total))
      html.element(.text, [.x: "\(x)", .y: "\(y - 22)", .class: isLast ? "number last" : "number"], text: text)
      html.element(.text, [.x: "\(x)", .y: "472", .class: "month"], text: "\(day.month)")
      if index == 0 || day.month == 1 {
        html.element(.text, [.x: "\(x)", .y: "512", .class: "month"], text: "\(day.year)")
      }
    }
  }
}
