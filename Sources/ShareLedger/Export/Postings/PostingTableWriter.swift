internal import EventModel

/// A table with a row a posting, for spreadsheets and data tools.
struct PostingTableWriter: PostingWriter {
  var text = PostingText()

  private static let columns = [
    "position", "line", "event", "source", "type", "day", "account", "commodity", "amount", "validTime",
    "recordedTime", "links", "reverses",
  ]

  mutating func begin() {
    text.add(PostingTableWriter.columns.joined(separator: ",") + "\r\n")
  }

  mutating func write(_ postings: DatedPostings) {
    let event = postings.event
    for (number, posting) in postings.lines {
      text.add(event.position.description)
      cell(String(number))
      cell(CSVText.field(event.event.id.text))
      cell(CSVText.field(event.event.source.text))
      cell(event.event.type.wireName)
      cell(posting.day.description)
      cell(CSVText.field(posting.account.text))
      cell(posting.account.commodity.wireName)
      cell(String(posting.amount))
      cell(event.event.validTime.description)
      cell(event.recordedTime.description)
      cell(CSVText.field(postings.links.map(\.description).joined(separator: " ")))
      cell(CSVText.field(postings.reversed?.description ?? ""))
      text.add("\r\n")
    }
  }

  private mutating func cell(_ content: String) {
    text.add(",")
    text.add(content)
  }
}
