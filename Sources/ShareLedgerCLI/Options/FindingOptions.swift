import ArgumentParser
import EventModel
import ShareLedger

/// Which findings.
struct FindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only by this rule; may be repeated.", valueName: "rule"),
    completion: .list(FindingRule.allCases.map(\.rawValue)), transform: FindingOptions.rule)
  var rule: [FindingRule] = []

  @Option(help: ArgumentHelp("Only of this party.", valueName: "party"), transform: Arguments.identifier)
  var party: Identifier?

  @Option(help: ArgumentHelp("Only about this thing.", valueName: "kind:id"), transform: Arguments.tag)
  var subject: Tag?

  @Flag(help: "Only what still stands.")
  var open = false

  @Option(help: ArgumentHelp("Only what began on or after this day.", valueName: "day"), transform: Arguments.day)
  var from: Day?

  /// The conditions as the library takes them.
  var filter: FindingFilter {
    var filter = FindingFilter(rules: Set(rule))
    (filter.party, filter.subject, filter.isOpen, filter.from) = (party, subject, open, from)
    return filter
  }

  @Sendable private static func rule(_ text: String) throws -> FindingRule {
    guard let rule = FindingRule(rawValue: text) else {
      throw ValidationError("\"\(Visible.text(text))\" is not a rule; `shareledger rules` names them")
    }
    return rule
  }
}
