import ArgumentParser
import EventModel
import ShareLedger

/// Which use is to be priced.
struct QuoteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Price this usage, as corrected.", valueName: "usage"), transform: Arguments.identifier)
  var usage: Identifier?

  @Option(
    help: ArgumentHelp("Price a planned use of this resource.", valueName: "resource"),
    transform: Arguments.identifier)
  var resource: Identifier?

  @Option(help: ArgumentHelp("When a planned use starts.", valueName: "instant"), transform: Arguments.instant)
  var start: Instant?

  @Option(help: ArgumentHelp("When a planned use ends.", valueName: "instant"), transform: Arguments.instant)
  var end: Instant?

  @Option(
    help: ArgumentHelp("When its booking starts.", discussion: "Default: there is no booking.", valueName: "instant"),
    transform: Arguments.instant)
  var bookedStart: Instant?

  @Option(help: ArgumentHelp("When its booking ends.", valueName: "instant"), transform: Arguments.instant)
  var bookedEnd: Instant?

  @Option(help: ArgumentHelp("How many samples a planned use has.", valueName: "count"))
  var samples: Int64?

  @Option(help: ArgumentHelp("How many items are handed out; no usage records them.", valueName: "count"))
  var items: Int64 = 0

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "The class of user, in the standard's words.",
      discussion: "Default: the side of the usage, external or internal; external for a planned use.",
      valueName: "class"),
    transform: Arguments.identifier)
  var userClass: Identifier?

  mutating func validate() throws {
    guard (usage == nil) != (resource == nil) else {
      throw ValidationError("name either --usage, or --resource with --start and --end")
    }
    let plan = [start, end, bookedStart, bookedEnd]
    if usage != nil, samples != nil || plan.contains(where: { $0 != nil }) {
      throw ValidationError("a recorded usage has its own times and samples: leave out all but --class and --items")
    }
    if resource != nil {
      guard let start, let end else { throw ValidationError("--resource needs --start and --end") }
      guard start < end else { throw ValidationError("--end must lie after --start") }
      guard (bookedStart == nil) == (bookedEnd == nil) else {
        throw ValidationError("--booked-start and --booked-end belong together")
      }
      if let bookedStart, let bookedEnd, bookedStart >= bookedEnd {
        throw ValidationError("--booked-end must lie after --booked-start")
      }
    }
    if items < 0 || samples ?? 0 < 0 { throw ValidationError("--items and --samples must not be negative") }
  }

  /// The planned use; `nil` when a usage is named.
  var plannedUse: PlannedUse? {
    guard let resource, let start, let end else { return nil }
    let booked = bookedStart.flatMap { from in bookedEnd.map { BookingTimes(start: from, end: $0) } }
    return PlannedUse(resource: resource, start: start, end: end, booked: booked, samples: samples ?? 0)
  }
}
