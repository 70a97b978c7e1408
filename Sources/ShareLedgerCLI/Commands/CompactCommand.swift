import ArgumentParser
import ShareLedger

/// `compact`: the data file with nothing but what is in use.
struct CompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Rewrite the data file so that nothing of freed pages remains.",
    discussion: """
      No event, row or proof changes. The new file is written beside the old one, read whole and only then takes its \
      place, after which the old file's bytes are overwritten; interrupted at any moment, the ledger is whole. Nothing \
      else may have the ledger open, and the disk needs room for a second data file.

      EXAMPLE
        shareledger compact lab
      """)

  @OptionGroup var place: LedgerArgument

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    Interruption.deferToSteps()
    let compaction = try Ledger.compact(at: place.ledger)
    let output = Output()
    if json {
      try output.json { writer in
        writer.beginObject()
        writer.member("bytesBefore", Int64(compaction.byteCountBefore))
        writer.member("bytesAfter", Int64(compaction.byteCountAfter))
        writer.key("oldFileOverwritten")
        writer.bool(compaction.isOldFileOverwritten)
        writer.endObject()
      }
    } else {
      try output.line(
        "\(Visible.text(place.ledger)): \(compaction.byteCountBefore) bytes before, \(compaction.byteCountAfter) now")
      if !compaction.isOldFileOverwritten {
        try output.line("the old file has another name, a hard link: it was not overwritten")
      }
    }
    try output.flush()
  }
}
