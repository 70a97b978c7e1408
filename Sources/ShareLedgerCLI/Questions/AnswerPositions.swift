import ShareLedger

extension AnswerValue {
  /// The positions an answer names: every member whose name ends in *position* or *positions*, lineages, and what took a
  /// fact back.
  func positions() throws -> Set<Position> {
    var found: Set<Position> = []
    try collect(isNamed: false, into: &found)
    return found
  }

  private func collect(isNamed: Bool, into found: inout Set<Position>) throws {
    switch self {
    case .object(let members):
      for (name, value) in members { try value.collect(isNamed: Self.isPosition(name), into: &found) }
    case .list(let items): for item in items { try item.collect(isNamed: isNamed, into: &found) }
    case .text(let text): if isNamed { found.insert(try Position(text)) }
    case .other: break
    }
  }

  private static func isPosition(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("position") || name.hasSuffix("positions") || ["lineage", "retractedby"].contains(name)
  }
}
