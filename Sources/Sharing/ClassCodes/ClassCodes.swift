package import EventModel

/// Names of the national instrument classes by code.
package enum ClassCodes {
  /// How many digits a full code has.
  package static let digitCount = 6

  /// The name of a class, `nil` when the classification has no such code.
  ///
  /// A unit may use a code of its own; that is a fact, not a mistake, and the catalogue shows it without a name.
  ///
  /// - Complexity: O(1) once the table has been read.
  package static func name(of code: Identifier) -> String? { names[code.text] }

  /// How many codes have a name.
  package static var count: Int { names.count }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for entry in ClassCodeTable.text.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      names[String(entry.prefix(digitCount))] = String(entry.dropFirst(digitCount))
    }
    return names
  }()
}
