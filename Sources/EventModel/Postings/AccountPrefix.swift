/// Whole leading parts of account names: `cost:125000004504012315` names every cost account of a unit, and no other
/// unit's whose id begins alike.
public struct AccountPrefix: Sendable, Hashable {
  /// The parts, joined by colons.
  public let text: String
  /// The kind of accounts.
  public let family: AccountFamily
  /// How many parts follow the family's name.
  let partCount: Int

  /// Reads a family and any number of its parts; a colon at the end says no more than none.
  ///
  /// - Throws: ``ValueError`` with rule `unknownName` for the family, or `malformed` for a part that no id gives or a
  ///   part too many.
  public init(_ text: String) throws(ValueError) {
    let whole = text.utf8.last == UInt8(ascii: ":") ? String(text.dropLast()) : text
    let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
    guard let family = AccountFamily(rawValue: parts.first.map(String.init) ?? "") else {
      let families = AccountFamily.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValueError(.unknownName, text: text, message: "does not begin with a family of accounts: \(families)")
    }
    guard parts.count - 1 <= family.partCount, parts.dropFirst().allSatisfy(AccountPrefix.isPart) else {
      throw ValueError(
        .malformed, text: text,
        message: "is not the beginning of an account: \(family.rawValue) has at most \(family.partCount) parts, each "
          + "as an id is written, with %3A for a colon and %25 for a per cent sign")
    }
    self.text = whole
    self.family = family
    self.partCount = parts.count - 1
  }

  /// All accounts of a family.
  public init(_ family: AccountFamily) {
    text = family.rawValue
    self.family = family
    partCount = 0
  }

  /// All accounts of a family in the books of a unit; or those whose first parts are these.
  package init(_ family: AccountFamily, _ parts: Identifier...) {
    text = Account.joined(family, parts.map(\.text))
    self.family = family
    partCount = parts.count
  }

  /// The account alone.
  public init(_ account: Account) {
    text = account.text
    family = account.family
    partCount = account.family.partCount
  }

  /// Whether an account's name begins with these parts.
  public func contains(_ account: Account) -> Bool {
    account.text.utf8.starts(with: text.utf8)
      && (account.text.utf8.count == text.utf8.count || account.text.utf8.dropFirst(text.utf8.count).first == 0x3A)
  }

  /// The same for the bytes of a name.
  package func contains(_ account: RawSpan) -> Bool {
    let count = text.utf8.count
    return account.byteCount == count || account.byteCount > count && account.u8(at: count) == 0x3A
  }

  private static func isPart(_ part: Substring) -> Bool {
    guard !part.isEmpty, part.utf8.count <= 3 * Identifier.byteCountMax else { return false }
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      guard byte >= 0x21, byte <= 0x7E else { return false }
      if byte == 0x25 {
        guard rest.starts(with: "3A".utf8) || rest.starts(with: "25".utf8) else { return false }
        rest = rest.dropFirst(2)
      }
    }
    return true
  }
}

extension AccountPrefix: CustomStringConvertible {
  /// The parts, joined by colons.
  public var description: String { text }
}
