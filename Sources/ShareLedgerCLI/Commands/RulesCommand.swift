import ArgumentParser
import ShareLedger

/// `rules`: by what rules findings are found.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules by which findings are found.",
    discussion: """
      A rule with a parameter finds by the value of the policy in force; one whose threshold the regulation does not name \
      finds nothing until a policy names it.

      EXAMPLE
        shareledger rules --lang zh
      """)

  @OptionGroup var labels: LanguageOption

  func run() throws {
    var table = Table(["rule", "article", "parameter", "finds"])
    for rule in FindingRule.allCases {
      table.add([
        .text(rule.rawValue), .text(rule.article), .optional(rule.parameter?.rawValue),
        .text(rule.label(labels.language)),
      ])
    }
    let output = Output()
    try output.table(table)
    try output.flush()
  }
}
