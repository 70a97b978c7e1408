import EventModel
import ShareLedger

/// A ledger's statistics as named values, in one order for people and programs.
struct StatisticsOutput {
  private enum Value {
    case text(String?)
    case number(Int64)
    case flag(Bool)
    case group([(String, Value)])
  }

  private let sections: [(String, Value)]

  init(_ statistics: LedgerStatistics) {
    sections = [
      ("contents", .group(StatisticsOutput.contents(statistics.contents))),
      ("storage", .group(StatisticsOutput.storage(statistics.storage))),
    ]
  }

  private static func contents(_ contents: LedgerStatistics.Contents) -> [(String, Value)] {
    let types = contents.eventCounts.sorted { $0.key.wireName < $1.key.wireName }
    return [
      ("head", .text("\(contents.head)")),
      ("standAlone", .flag(contents.isStandAlone)),
      ("firstRecorded", .text(contents.firstRecordedTime?.description)),
      ("lastRecorded", .text(contents.lastRecordedTime?.description)),
      ("firstValid", .text(contents.firstValidTime?.description)),
      ("lastValid", .text(contents.lastValidTime?.description)),
      ("events", .group(types.map { ($0.key.wireName, .number(Int64($0.value))) })),
      ("rows", numbers(contents.rowCounts)),
    ]
  }

  private static func storage(_ storage: LedgerStatistics.Storage) -> [(String, Value)] {
    [
      ("path", .text(storage.path)),
      ("lmdbVersion", .text(storage.lmdbVersion)),
      ("fileBytes", .number(Int64(storage.fileBytes))),
      ("usedBytes", .number(Int64(storage.usedBytes))),
      ("quotaBytes", .number(Int64(storage.quotaBytes))),
      ("freeDiskBytes", .number(Int64(storage.freeDiskBytes ?? -1))),
      ("pages", numbers(storage.pageCounts)),
      ("readerSlotsUsed", .number(Int64(storage.readerSlotsUsed))),
      ("readerSlotsMax", .number(Int64(storage.readerSlotsMax))),
    ]
  }

  private static func numbers(_ counts: [String: Int]) -> Value {
    .group(counts.sorted { $0.key < $1.key }.map { ($0.key, .number(Int64($0.value))) })
  }

  /// Lines of `name  value`, groups indented below their name.
  var lines: [String] { sections.flatMap { StatisticsOutput.lines($0.0, $0.1, indent: "") } }

  private static func lines(_ name: String, _ value: Value, indent: String) -> [String] {
    switch value {
    case .group(let members): [indent + name] + members.flatMap { lines($0.0, $0.1, indent: indent + "  ") }
    case .text(let text): [row(indent + name, text ?? "-")]
    case .number(let number): [row(indent + name, "\(number)")]
    case .flag(let flag): [row(indent + name, flag ? "yes" : "no")]
    }
  }

  private static func row(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 36 - name.utf8.count)) + value
  }

  /// One JSON object with the same names.
  func write(to writer: inout JSONWriter) { StatisticsOutput.write(.group(sections), to: &writer) }

  private static func write(_ value: Value, to writer: inout JSONWriter) {
    switch value {
    case .text(let text): if let text { writer.string(text) } else { writer.null() }
    case .number(let number): writer.int(number)
    case .flag(let flag): writer.bool(flag)
    case .group(let members):
      writer.beginObject()
      for (name, member) in members {
        writer.key(name)
        write(member, to: &writer)
      }
      writer.endObject()
    }
  }
}
