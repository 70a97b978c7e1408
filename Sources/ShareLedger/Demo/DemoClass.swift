internal import EventModel
internal import Sharing

/// A class of instruments and what is usual for it.
struct DemoClass: Sendable {
  let code: Identifier
  /// Its name in the national classification.
  let name: Text
  /// What one costs to buy, in ten thousand yuan.
  let value: Int64
  /// What an hour costs, in yuan.
  let hourPrice: Int64
  /// What a sample costs, in yuan; 0 when samples are not counted.
  let samplePrice: Int64
  /// What the power of an hour costs, in yuan.
  let powerPrice: Int64
  /// The cost pool it belongs to, by number.
  let pool: Int
  /// Whether it runs through the night.
  let runsOvernight: Bool

  private static let table: [(String, Int64, Int64, Int64, Int64, Int, Bool)] = [
    ("010101", 680, 480, 60, 48, 1, false), ("010102", 320, 300, 45, 24, 1, false),
    ("010201", 260, 180, 90, 12, 0, true), ("010202", 300, 240, 120, 18, 0, false),
    ("010301", 150, 150, 60, 15, 2, true), ("010302", 95, 120, 45, 9, 2, false),
    ("010402", 42, 60, 30, 3, 0, false), ("010409", 38, 60, 30, 3, 0, false),
    ("010410", 120, 150, 60, 6, 2, false), ("010501", 35, 45, 60, 6, 0, true),
    ("010502", 46, 60, 75, 6, 0, true), ("010601", 720, 240, 90, 36, 0, true),
    ("010602", 210, 210, 60, 18, 0, false), ("010802", 280, 180, 0, 9, 1, false),
    ("010803", 130, 120, 45, 6, 1, false), ("010902", 33, 60, 45, 6, 2, false),
    ("011007", 510, 420, 240, 30, 3, true), ("011011", 18, 30, 15, 3, 3, false),
    ("011012", 160, 210, 30, 9, 3, false), ("011023", 24, 30, 0, 6, 3, true),
    ("011104", 28, 45, 60, 3, 0, false), ("011206", 12, 30, 15, 9, 3, true),
    ("020101", 75, 90, 45, 12, 2, false), ("020503", 52, 75, 90, 6, 2, true),
    ("040108", 64, 120, 0, 3, 1, false), ("090202", 980, 900, 0, 90, 3, false),
    ("120302", 430, 600, 150, 60, 2, true), ("130201", 88, 36, 0, 24, 1, true),
  ]

  static func all() throws(ValueError) -> [DemoClass] {
    var classes: [DemoClass] = []
    for (code, value, hourPrice, samplePrice, powerPrice, pool, runsOvernight) in table {
      let code = try Identifier(code)
      classes.append(
        DemoClass(
          code: code, name: try Text(ClassCodes.name(of: code) ?? code.text), value: value, hourPrice: hourPrice,
          samplePrice: samplePrice, powerPrice: powerPrice, pool: pool, runsOvernight: runsOvernight))
    }
    return classes
  }
}
