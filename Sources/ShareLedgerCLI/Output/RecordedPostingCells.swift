import ShareLedger

extension RecordedPosting {
  /// The titles of ``cells``.
  static let titles = ["day", "position", "recordedTime", "validTime", "type", "source", "id"]

  /// The posting's day and its event; account and amount follow as each table needs them.
  var cells: [Cell] {
    [
      .text("\(day)"), .number("\(position)"), .text("\(recordedTime)"), .text("\(validTime)"),
      .text(type.wireName), .text(source.text), .text(id.text),
    ]
  }
}
