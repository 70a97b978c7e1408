/// Horizontal bars, such as points by indicator: each filled to its points, outlined to its cap, with a dash at its weight.
///
/// Filling, outline and dash differ without colour.
struct BarChart {
  /// One bar; amounts are basis points of the whole assessment.
  struct Bar {
    let name: String
    let label: String
    let points: Int64
    var weight: Int64?
    var cap: Int64?
  }

  let bars: [Bar]
  let title: String
  let description: String

  private static let (width, plot, rowHeight) = (1_800, 620...1_480, 62)
  private static let labelCharacterCountMax = 30

  /// The points as wide as the plot: the largest of all points, weights and caps.
  var scaleMax: Int64 { max(1, bars.map { max($0.points, $0.weight ?? 0, $0.cap ?? 0) }.max() ?? 0) }

  /// How wide so many points are, in units of the drawing.
  func length(_ points: Int64) -> Int {
    let width = Int128(BarChart.plot.upperBound - BarChart.plot.lowerBound)
    return Int(Int128(max(0, points)) * width / Int128(scaleMax))
  }

  func write(_ html: inout HTML) {
    let box = "0 0 \(BarChart.width) \(bars.count * BarChart.rowHeight + 10)"
    html.element(.svg, [.viewBox: box, .role: "img", .class: "bars"]) { html in
      html.element(.title, text: title)
      html.element(.desc, text: description)
      for (index, bar) in bars.enumerated() { write(bar, at: 5 + index * BarChart.rowHeight, &html) }
    }
    html.lineFeed()
  }

  private func write(_ bar: Bar, at y: Int, _ html: inout HTML) {
    let (left, bottom) = (BarChart.plot.lowerBound, y + BarChart.rowHeight)
    html.element(.g, [.dataName: bar.name, .dataValue: "\(bar.points)"]) { html in
      html.element(.text, [.x: "\(left - 20)", .y: "\(y + 42)", .class: "label"], text: BarChart.short(bar.label))
      if let cap = bar.cap { BarChart.rect("outline", left, length(cap), y, &html) }
      BarChart.rect("filled", left, length(bar.points), y, &html)
      if let weight = bar.weight {
        let x = "\(left + length(weight))"
        html.element(.line, [.class: "mark", .x1: x, .x2: x, .y1: "\(y + 2)", .y2: "\(bottom - 2)"])
      }
      let end = Amounts.yuan(Int128(bar.points)) + (bar.cap.map { " / " + Amounts.yuan(Int128($0)) } ?? "")
      html.element(.text, [.x: "\(BarChart.width)", .y: "\(y + 42)", .class: "amount"], text: end)
    }
  }

  private static func rect(_ kind: String, _ x: Int, _ width: Int, _ y: Int, _ html: inout HTML) {
    html.element(
      .rect, [.class: kind, .x: "\(x)", .y: "\(y + 12)", .width: "\(width)", .height: "\(rowHeight - 24)"])
  }

  private static func short(_ label: String) -> String {
    label.count > labelCharacterCountMax ? label.prefix(labelCharacterCountMax - 1) + "…" : label
  }
}
