package import EventModel

/// Account names in Beancount: a root, the family, then the parts, each beginning with a capital or digit and made of
/// letters, digits and hyphens.
///
/// In a part a hyphen is two, any other sign is a hyphen and two hexadecimal digits, and a part that would begin with
/// anything but a digit or a capital before Z gets a Z in front: `x-lab` is `Zx--lab`, `B_7` is `B-5F7`.
package enum BeancountNames {
  /// The name of an account.
  package static func name(of account: Account) -> String {
    var text = PostingText()
    text.add(account.family.accountingRoot.rawValue)
    text.add(":")
    text.add(familyName(account.family))
    for part in account.parts {
      text.add(":")
      add(part, to: &text)
    }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// The account of a name, or `nil` when it is none.
  package static func account(of name: String) -> Account? {
    let components = name.split(separator: ":", omittingEmptySubsequences: false)
    guard components.count >= 2,
      let family = AccountFamily.allCases.first(where: { familyName($0) == components[1] }),
      family.accountingRoot.rawValue == components[0], components.count - 2 == family.partCount
    else { return nil }
    var parts: [String] = []
    for component in components.dropFirst(2) {
      guard let part = part(component) else { return nil }
      parts.append(part)
    }
    let text = ([family.rawValue] + parts.map(escapedAsInAccounts)).joined(separator: ":")
    return try? Account(text)
  }

  static func familyName(_ family: AccountFamily) -> String {
    family.rawValue.prefix(1).uppercased() + family.rawValue.dropFirst()
  }

  private static func add(_ part: String, to text: inout PostingText) {
    if let first = part.utf8.first, !isInitial(first) { text.add("Z") }
    for piece in part.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 { text.add("--") }
      text.add(String(Substring(piece.element)), escapedBy: UInt8(ascii: "-"), except: \.isLetterOrDigit)
    }
  }

  private static func isInitial(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") <= 9 || byte &- UInt8(ascii: "A") < 25
  }

  private static func part(_ component: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = component.utf8.first == UInt8(ascii: "Z") ? component.utf8.dropFirst() : component.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "-") else {
        bytes.append(byte)
        continue
      }
      if rest.first == byte {
        bytes.append(byte)
        rest = rest.dropFirst()
      } else {
        guard let value = Hexadecimal.byte(rest.prefix(2)) else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static func escapedAsInAccounts(_ part: String) -> String {
    var text = PostingText()
    text.add(part, escapedBy: UInt8(ascii: "%")) { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "%") }
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
