/// A place where amounts of one commodity are counted, such as `receivable:125000004504012315:u-7f3a9c2e`.
///
/// Parts are joined by colons; a colon or per cent sign of an id inside a part is written `%3A` or `%25`, so that the
/// name alone tells the parts. Order is by bytes.
public struct Account: Sendable, Hashable {
  /// The name.
  public let text: String
  /// The kind of account.
  public let family: AccountFamily
  /// What it counts.
  public let commodity: Commodity

  /// Joins a family and its parts; `world` takes the commodity's name.
  ///
  /// - Precondition: as many parts as the family has.
  package init(_ family: AccountFamily, _ parts: String...) {
    precondition(parts.count == family.partCount, "\(family.rawValue) has \(family.partCount) parts")
    self.text = Account.joined(family, parts)
    self.family = family
    self.commodity = family.commodity ?? (parts.first == "SEC" ? .sec : .num)
  }

  /// Reads a name.
  ///
  /// - Throws: ``ValueError`` with rule `unknownName` for the family, `malformed` for the wrong number of parts or a
  ///   part that no id gives.
  public init(_ text: String) throws(ValueError) {
    let prefix = try AccountPrefix(text)
    guard prefix.partCount == prefix.family.partCount else {
      throw ValueError(
        .malformed, text: text,
        message: "is not an account: \(prefix.family.rawValue) has \(prefix.family.partCount) parts")
    }
    self.text = prefix.text
    self.family = prefix.family
    if let commodity = family.commodity {
      self.commodity = commodity
    } else if text == "world:SEC" || text == "world:NUM" {
      self.commodity = text == "world:SEC" ? .sec : .num
    } else {
      throw ValueError(.malformed, text: text, message: "is not an account: there are world:SEC and world:NUM")
    }
  }

  /// Trusts a name that was checked where it was stored; `nil` when it cannot be one.
  package init?(stored bytes: RawSpan) {
    guard let text = String(printableASCII: bytes, byteCountMax: Account.byteCountMax),
      let account = try? Account(text)
    else { return nil }
    self = account
  }

  /// The longest name: three parts of 64 bytes, each of which may need three.
  static let byteCountMax = 3 * 3 * Identifier.byteCountMax + 16

  /// The unit in whose books it stands, or `nil` when it stands in the platform's alone.
  public var unit: Identifier? { family.isOfUnit ? try? Identifier(part(0)) : nil }

  /// The parts after the family, as they were given.
  public var parts: [String] { text.split(separator: ":").dropFirst().map { Account.unescaped($0) } }

  /// A part by its place, counted from 0.
  ///
  /// - Precondition: the family has so many parts.
  public func part(_ index: Int) -> String { parts[index] }

  static func joined(_ family: AccountFamily, _ parts: [String]) -> String {
    var text = family.rawValue
    text.reserveCapacity(text.utf8.count + parts.reduce(parts.count) { $0 + $1.utf8.count })
    for part in parts {
      text += ":"
      text += escaped(part)
    }
    return text
  }

  private static func escaped(_ part: String) -> String {
    guard part.utf8.contains(where: { $0 == 0x3A || $0 == 0x25 }) else { return part }
    var text = ""
    for scalar in part.unicodeScalars {
      switch scalar {
      case ":": text += "%3A"
      case "%": text += "%25"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ part: Substring) -> String {
    guard part.utf8.contains(0x25) else { return String(part) }
    var text = ""
    var rest = part.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "%" {
        text += rest.prefix(2).elementsEqual("3A".unicodeScalars) ? ":" : "%"
        rest = rest.dropFirst(2)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Account: Comparable, CustomStringConvertible {
  /// Orders by the bytes of the name.
  public static func < (left: Account, right: Account) -> Bool { left.text < right.text }

  /// The name.
  public var description: String { text }
}
