internal import EventModel

/// A ledger Beancount checks without an error: every account is opened before its first posting.
struct BeancountWriter: PostingWriter {
  var text = PostingText()
  private var names: [Account: String] = [:]
  /// Before every day a ledger can post on.
  private static let opening = Day.first.description

  mutating func begin() {
    text.add("; Exported from a ledger of shared resources; amounts of CNY are yuan, of SEC seconds, of NUM counts.\n")
    text.add("option \"title\" \"ShareLedger\"\noption \"operating_currency\" \"CNY\"\n")
    for commodity in Commodity.allCases { text.add("\(BeancountWriter.opening) commodity \(commodity.wireName)\n") }
  }

  mutating func write(_ postings: DatedPostings) {
    for line in postings.lines { open(line.posting.account) }
    let event = postings.event
    text.add("\n")
    text.add(postings.day.description)
    text.add(" * \"")
    text.add(event.event.type.wireName)
    text.add("\"")
    for link in postings.links { self.link(link) }
    text.add("\n  position: ")
    text.add(event.position.description)
    metadata("event", event.event.id.text)
    metadata("source", event.event.source.text)
    metadata("type", event.event.type.wireName)
    metadata("valid", event.event.validTime.description)
    metadata("recorded", event.recordedTime.description)
    if let reversed = postings.reversed { metadata("reverses", reversed.description) }
    text.add("\n")
    for line in postings.lines {
      text.add("  ")
      text.add(names[line.posting.account] ?? "")
      text.add("  ")
      text.add(line.posting.amount, line.posting.account.commodity)
      text.add("\n")
    }
  }

  /// Kind and id, signs a link cannot have as an underscore and two hexadecimal digits.
  private mutating func link(_ tag: Tag) {
    text.add(" ^")
    text.add(tag.kind.wireName)
    text.add("-")
    text.add(tag.id.text, escapedBy: UInt8(ascii: "_")) {
      $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
    }
  }

  private mutating func metadata(_ key: String, _ value: String) {
    text.add("\n  ")
    text.add(key)
    text.add(": \"")
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text.add("\\") }
      text.add(byte)
    }
    text.add("\"")
  }

  private mutating func open(_ account: Account) {
    guard names[account] == nil else { return }
    let name = BeancountNames.name(of: account)
    names[account] = name
    text.add("\n\(BeancountWriter.opening) open \(name) \(account.commodity.wireName)\n")
  }
}
