internal import EventModel

/// A journal hledger reads without a warning, strict checks included: commodities and accounts are declared.
struct HledgerWriter: PostingWriter {
  var text = PostingText()
  private var names: [Account: String] = [:]
  private var families: Set<AccountFamily> = []

  mutating func begin() {
    text.add("; Exported from a ledger of shared resources; amounts of CNY are yuan, of SEC seconds, of NUM counts.\n")
    text.add("commodity 1000.00 CNY\ncommodity 1000. SEC\ncommodity 1000. NUM\n")
  }

  mutating func write(_ postings: DatedPostings) {
    for line in postings.lines { declare(line.posting.account) }
    let event = postings.event
    text.add("\n")
    text.add(postings.day.description)
    text.add(" * (")
    text.add(event.position.description)
    text.add(") ")
    text.add(event.event.type.wireName)
    text.add("\n    ; position:")
    text.add(event.position.description)
    tag("event", event.event.id.text)
    tag("source", event.event.source.text)
    tag("type", event.event.type.wireName)
    tag("valid", event.event.validTime.description)
    tag("recorded", event.recordedTime.description)
    for link in postings.links { tag(link.kind.wireName, link.id.text) }
    if let reversed = postings.reversed { tag("reverses", reversed.id.text) }
    text.add("\n")
    for line in postings.lines {
      text.add("    ")
      text.add(names[line.posting.account] ?? "")
      text.add("  ")
      text.add(line.posting.amount, line.posting.account.commodity)
      text.add("\n")
    }
  }

  /// A tag's value runs to the next comma; commas, brackets (which can be dates) and the escape itself are escaped.
  private mutating func tag(_ name: String, _ value: String) {
    text.add(", ")
    text.add(name)
    text.add(":")
    text.add(value, escapedBy: UInt8(ascii: "%")) {
      switch $0 {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: "%"): false
      default: true
      }
    }
  }

  private mutating func declare(_ account: Account) {
    guard names[account] == nil else { return }
    let name = HledgerNames.name(of: account)
    names[account] = name
    if families.insert(account.family).inserted {
      text.add("\naccount \(account.family.rawValue)  ; type:\(HledgerNames.type(of: account.family))\n")
      if account.family.partCount == 0 { return }
    }
    text.add("account \(name)\n")
  }
}
