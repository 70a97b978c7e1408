import EventModel
import ShareLedger

/// The public tables as rows: a row for each cell and sum, with no figures where they are left out.
enum DisclosureOutput {
  static func sheet(_ disclosure: Disclosure) -> Sheet {
    var sheet = Sheet(
      "rows", ["table", "class", "unit", "resources", "inScope", "open", "published", "used", "services", "users"])
    for row in disclosure.resources {
      sheet.add([
        .text("resources"), .text(row.classCode), .text(row.unit.text), .count(Int64(row.count)),
        .count(Int64(row.inScopeCount)), .count(Int64(row.openCount)), .flag(true), .seconds(nil), .count(nil),
        .count(nil),
      ])
    }
    for side in disclosure.sides {
      for use in side.cells + side.byClass + side.byUnit + [side.total] { sheet.add(row(use, side.side)) }
    }
    return sheet
  }

  static func leftOutCount(_ disclosure: Disclosure) -> Int {
    disclosure.sides.reduce(0) { count, side in
      count + (side.cells + side.byClass + side.byUnit + [side.total]).count { $0.figures == nil }
    }
  }

  private static func row(_ use: DisclosedUse, _ side: UsageSide) -> [Sheet.Value] {
    [
      .text("\(side.wireName) use"), .text(use.classCode), .text(use.unit?.text), .count(nil), .count(nil), .count(nil),
      .flag(use.figures != nil), .seconds(use.figures.map { Int128($0.seconds) }), .count(use.figures?.services),
      .count(use.figures.map { Int64($0.users) }),
    ]
  }
}
