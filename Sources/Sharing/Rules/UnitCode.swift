import EventModel

/// The unified social credit code of a body, 统一社会信用代码 (GB 32100-2015): 18 characters, the last one a check.
///
/// Bodies without a code (foreign laboratories, bodies being set up) take an id that starts with `x-`.
enum UnitCode {
  /// What an id without a code starts with.
  static let foreignPrefix = "x-"

  private static let length = 18
  /// Digits and capitals without I, O, S, V and Z, which are mistaken for others; the index is the value.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// The administrative division, six digits from the third character.
  private static let divisionRange = 2..<8

  /// Whether the id may name a unit, an organisation or an authority.
  static func isAllowed(_ id: Identifier) -> Bool {
    if id.text.hasPrefix(foreignPrefix) { return id.text.utf8.count > foreignPrefix.utf8.count }
    return isCode(id.text)
  }

  /// Whether the text is a code whose check character fits: the sum of value × 3^index, the check included with
  /// weight 1, is a multiple of 31.
  static func isCode(_ text: String) -> Bool {
    guard text.utf8.count == length else { return false }
    var (sum, weight) = (0, 1)
    for (index, byte) in text.utf8.enumerated() {
      guard let value = alphabet.firstIndex(of: byte) else { return false }
      if divisionRange.contains(index), value > 9 { return false }
      sum += value * (index == length - 1 ? 1 : weight)
      weight = weight * 3 % alphabet.count
    }
    return sum % alphabet.count == 0
  }
}
