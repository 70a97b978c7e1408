import ArgumentParser
import ShareLedger

extension Arguments {
  @Sendable static func text(_ text: String) throws -> Text { try checked { try Text(text) } }
}

/// Where to look.
struct AreaOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only units in this administrative division, by the first digits of its code.", valueName: "digits"))
  var area: String?

  mutating func validate() throws {
    if let area, area.isEmpty || !area.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      throw ValidationError("--area \"\(Visible.text(area))\" is not digits")
    }
  }
}
