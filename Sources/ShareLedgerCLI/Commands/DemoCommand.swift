import ArgumentParser
import ShareLedger

/// `demo`: a city that does not exist, to try everything on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Fill an empty ledger with a city that does not exist.",
    discussion: """
      Units, instruments, fees, bookings, usages, charges, payments, costs, closed books and vouchers of some years. \
      The same options give the same events at the same positions with the same times on every machine. Every event \
      passes the rules; a few tell of late entries, wrong charges and closed days, for an auditor to find.

      EXAMPLE
        shareledger demo city
        shareledger demo metropolis --events 1000000 --seed 7
        shareledger demo --print --events 1000 | jq .type
      """)

  @Argument(
    help: "The ledger's directory, made when it is missing; not with --print.", completion: .directory)
  var ledger: String?

  @Option(help: ArgumentHelp("How many events; the city grows with them.", valueName: "events"))
  var events = 10_000

  @Option(help: ArgumentHelp("Another number is another city.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The year that begins with the first event.", valueName: "year"))
  var from = 2024

  @Option(help: ArgumentHelp("How many years the events take.", valueName: "years"))
  var years = 2

  @Flag(help: "Write the events as CloudEvents lines instead, as an export of the ledger would.")
  var print = false

  func validate() throws {
    if print, ledger != nil { throw ValidationError("--print writes to standard output and takes no ledger") }
    if !print, ledger?.isEmpty ?? true { throw ValidationError("name the directory of an empty ledger, or --print") }
    _ = try demo()
  }

  private func demo() throws -> Demo {
    do {
      return try Demo(eventCount: events, seed: seed, firstYear: from, yearCount: years)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  func run() throws {
    let demo = try demo()
    let output = Output()
    guard let ledger else {
      return try output.finishing { try demo.print { try output.write($0) } }
    }
    Interruption.deferToSteps()
    var line = ProgressLine()
    defer { line.end() }
    try demo.record(into: ledger, isCancelled: { Interruption.isRequested }) { count in
      line.show("recording: \(count * 100 / demo.eventCount) %")
    }
    line.end()
    try output.line("recorded \(demo.eventCount) events in \(Visible.text(ledger))")
    try output.flush()
  }
}
