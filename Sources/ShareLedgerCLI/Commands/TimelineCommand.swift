import ArgumentParser
import ShareLedger

/// `timeline`: what happened to one entity.
struct TimelineCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Show what happened to one entity, in order of valid time.",
    discussion: """
      A fact recorded late stands in its true place; one taken back is shown with the position of its retraction.

      EXAMPLE
        shareledger timeline lab resource:160 --at 2025-10-01
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(
    help: ArgumentHelp("The entity, such as resource:160 or party:x-PNNL.", valueName: "kind:id"),
    transform: Arguments.tag)
  var tag: Tag

  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func answer(_ view: LedgerView) throws -> Answer {
    let items = try view.timeline(of: tag)
    return Answer { output, format in
      switch format {
      case .json: try writeJSON(items, view, output)
      case .csv: try writeCSV(items, output)
      case nil: try writeTable(items, view, output)
      }
    }
  }

  private static let titles = ["position", "validTime", "recordedTime", "type", "retractedBy", "id", "data"]

  private func cells(_ item: TimelineItem) -> [Cell] {
    let event = item.event.event
    return [
      .number("\(item.event.position)"), .text("\(event.validTime)"), .text("\(item.event.recordedTime)"),
      .text(event.type.wireName), item.retractedBy.map { .number("\($0)") } ?? .none, .text(event.id.text),
      .text(EventLines.data(event)),
    ]
  }

  private func writeTable(_ items: [TimelineItem], _ view: LedgerView, _ output: Output) throws {
    var table = Table(TimelineCommand.titles)
    for item in items { table.add(cells(item)) }
    try output.table(table)
    try output.remark("\(items.count) events · valid by \(view.asOf.valid) · known at position \(view.asOf.known)")
  }

  private func writeCSV(_ items: [TimelineItem], _ output: Output) throws {
    try output.write(CSV.row(TimelineCommand.titles.map { .text($0) }))
    for item in items { try output.write(CSV.row(cells(item))) }
  }

  private func writeJSON(_ items: [TimelineItem], _ view: LedgerView, _ output: Output) throws {
    try output.json { writer in
      writer.beginObject()
      writer.asOf(view.asOf)
      writer.key("tag")
      writer.string("\(tag)")
      writer.key("items")
      writer.beginArray()
      for item in items {
        writer.beginObject()
        writer.key("retractedBy")
        if let position = item.retractedBy { writer.string("\(position)") } else { writer.null() }
        writer.key("event")
        CloudEvents.write(item.event, into: &writer)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
  }
}
