import ArgumentParser
import EventModel
import ShareLedger

/// `stats`: what the ledger holds and how it is stored.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count what the ledger holds and measure how it is stored.",
    discussion: """
      The part "contents" follows from the events alone: it is equal for a ledger and its replica.

      EXAMPLE
        shareledger stats lab
      """)

  @OptionGroup var place: LedgerArgument

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    try place.reading { ledger in
      let statistics = try ledger.statistics()
      let output = Output()
      if json {
        try output.json { StatisticsOutput(statistics).write(to: &$0) }
      } else {
        for line in StatisticsOutput(statistics).lines { try output.line(Visible.text(line)) }
      }
      try output.flush()
    }
  }
}
