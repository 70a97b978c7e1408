import ArgumentParser
import ShareLedger

/// `rebuild`: all derived rows anew.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Derive every index row anew from the log.",
    discussion: """
      The log itself is never touched. Nothing else may write meanwhile; questions are refused until it is done. \
      Interrupted, it is simply run again.

      EXAMPLE
        shareledger rebuild lab
      """)

  @OptionGroup var place: LedgerArgument

  func run() throws {
    var line = ProgressLine()
    defer { line.end() }
    var head = Position.zero
    try Ledger.rebuild(at: place.ledger) { done, end in
      head = end
      line.show("rebuilding: \(done.number * 100 / max(end.number, 1)) %")
    }
    line.end()
    let output = Output()
    try output.line("derived the rows of \(head) events anew")
    try output.flush()
  }
}
