import EventModel

/// The order of ids people expect: numbers by value, then everything else by bytes.
///
/// Numbers come first as a class; mixing both comparisons would not be an order (10 < 1a < 9 < 10).
enum ResourceOrder {
  /// Whether the left id comes first.
  static func isBefore(_ left: Identifier, _ right: Identifier) -> Bool {
    switch (significantDigits(left), significantDigits(right)) {
    case (let left?, let right?) where left.count != right.count: left.count < right.count
    case (let leftDigits?, let rightDigits?) where leftDigits != rightDigits: leftDigits < rightDigits
    case (.some, nil): true
    case (nil, .some): false
    default: left < right
    }
  }

  /// The digits without leading zeros when the id has nothing but digits.
  private static func significantDigits(_ id: Identifier) -> Substring? {
    guard id.text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return nil }
    return id.text.drop { $0 == "0" }
  }
}
