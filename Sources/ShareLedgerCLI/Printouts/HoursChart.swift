import ShareLedger

/// The hours of a party's resources as one bar of parts, each with a filling of its own that grey print keeps apart.
struct HoursChart {
  /// A part of the bar.
  struct Part {
    let name: String
    let label: String
    let seconds: Int128
    /// How it is filled.
    let filling: String
  }

  let parts: [Part]
  let title: String
  let description: String

  private static let (width, height) = (1_800, 120)

  /// Takes what was used by others, by the party, and, when that is known, not at all.
  init(_ hours: ScoredHours, _ language: LabelLanguage) {
    var parts = [
      Part(
        name: "externalSeconds", label: PrintoutWord.externalHours[language], seconds: hours.external, filling: "filled"
      ),
      Part(
        name: "internalSeconds", label: PrintoutWord.internalHours[language], seconds: hours.internal,
        filling: "hatched"
      ),
    ]
    if let idle = hours.idle {
      parts.append(
        Part(name: "idleSeconds", label: PrintoutWord.idleHours[language], seconds: idle, filling: "outline"))
    }
    self.parts = parts
    title = PrintoutWord.hours[language]
    description = PrintoutWord.hoursNote[language]
  }

  /// All parts together.
  var total: Int128 { parts.reduce(0) { $0 + $1.seconds } }

  /// Where each part begins and how wide it is, in units of the drawing; together they fill it.
  var segments: [(x: Int, width: Int)] {
    if total <= 0 { return parts.map { _ in (0, 0) } }
    var (sum, left) = (Int128(0), 0)
    return parts.map { part in
      sum += part.seconds
      let right = Int(sum * Int128(HoursChart.width) / total)
      defer { left = right }
      return (left, right - left)
    }
  }

  /// What a part is of all, in basis points; `nil` when there is nothing.
  func share(of part: Part) -> Int64? { ExactRatio(part.seconds, total)?.rounded(in: .basisPoints) }

  func write(_ html: inout HTML, _ language: LabelLanguage) {
    if total > 0 {
      html.element(
        .svg, [.viewBox: "-2 0 \(HoursChart.width + 4) \(HoursChart.height)", .role: "img", .class: "hours"]
      ) {
        drawing(&$0)
      }
    }
    let columns = [
      ("filling", ""), ("part", PrintoutWord.part[language]), ("seconds", PrintoutWord.hoursUnit[language]),
      ("share", PrintoutWord.share[language]),
    ]
    html.element(.table, [.class: "legend", .dataName: "hours"]) { html in
      html.element(.thead) { html in
        html.element(.tr) { html in
          for (index, (_, label)) in columns.enumerated() {
            html.element(.th, [.scope: "col", .class: index > 1 ? "number" : ""], text: label)
          }
        }
      }
      html.element(.tbody) { html in
        for part in parts { row(part, &html, language) }
      }
    }
    html.lineFeed()
  }

  private func drawing(_ html: inout HTML) {
    html.element(.title, text: title)
    html.element(.desc, text: description)
    for (part, segment) in zip(parts, segments) {
      let box: KeyValuePairs<HTML.Attribute, String> = [
        .class: part.filling, .x: "\(segment.x)", .y: "5", .width: "\(segment.width)", .height: "110",
        .dataName: part.name, .dataValue: "\(part.seconds)",
      ]
      html.element(.rect, box)
    }
  }

  private func row(_ part: Part, _ html: inout HTML, _ language: LabelLanguage) {
    html.element(.tr, [.dataName: part.name]) { html in
      html.element(.td) { html in
        html.element(.svg, [.viewBox: "0 0 60 36", .class: "swatch"]) {
          $0.element(.rect, [.class: part.filling, .x: "3", .y: "3", .width: "54", .height: "30"])
        }
      }
      html.element(.td, text: part.label)
      html.element(.td, [.class: "number", .dataName: "seconds"]) { $0.value(.seconds(part.seconds), language) }
      html.element(.td, [.class: "number", .dataName: "share"]) { html in
        html.value(.points(share(of: part)), language)
        html.text(" %")
      }
    }
  }

  /// The pattern of hatched parts, once for a page.
  static func hatching(_ html: inout HTML) {
    html.element(.svg, [.width: "0", .height: "0", .class: "hatching"]) { html in
      html.element(.defs) { html in
        html.element(.pattern, [.id: "hatch", .width: "16", .height: "16", .patternUnits: "userSpaceOnUse"]) { html in
          html.element(.rect, [.class: "ground", .width: "16", .height: "16"])
          html.element(.line, [.class: "stroke", .x1: "0", .y1: "16", .x2: "16", .y2: "0"])
        }
      }
    }
  }
}
