public import EventModel
public import Sharing

extension RecordedPosting {
  /// What a stored record posts: it follows from its bytes alone.
  ///
  /// - Parameters:
  ///   - record: the record's bytes.
  ///   - position: its place in the log.
  /// - Throws: ``LedgerError/damaged(_:)`` when the bytes are no record of a known type.
  public static func all(in record: [UInt8], at position: Position) throws(LedgerError) -> [RecordedPosting] {
    do {
      let event = try EventRecord.decode(record.span.bytes, position: position)
      return try ChartOfAccounts().entry(of: event.event).postings.map { RecordedPosting($0, event) }
    } catch {
      throw LedgerError(error)
    }
  }
}
