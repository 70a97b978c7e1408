import ArgumentParser
import ShareLedger

extension Arguments {
  @Sendable static func accountPrefix(_ text: String) throws -> AccountPrefix {
    try checked { try AccountPrefix(text) }
  }

  @Sendable static func account(_ text: String) throws -> Account { try checked { try Account(text) } }

  @Sendable static func source(_ text: String) throws -> EventSource { try checked { try EventSource(text) } }

  @Sendable static func day(_ text: String) throws -> Day { try checked { try Day(iso: text) } }
}

/// Some civil days, either end open.
struct DayRangeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first civil day in Beijing.", valueName: "day"), transform: Arguments.day)
  var from: Day?

  @Option(
    help: ArgumentHelp(
      "The last civil day in Beijing; postings after --at do not count.", discussion: "Default: the day of --at.",
      valueName: "day"),
    transform: Arguments.day)
  var through: Day?

  mutating func validate() throws {
    if let from, let through, from > through { throw ValidationError("--from \(from) lies after --through \(through)") }
  }
}
