import EventModel

/// Events with all that follows from each alone: its record, its rows and their order.
///
/// Made by whoever appends, so that the one thread that writes has only to decide and to store.
package struct PreparedEvents: Sendable {
  let events: [Event]
  /// The entities each event concerns.
  private(set) var tags: [[Tag]] = []
  /// The records, with a time and batch that are set when they are known, and where each ends.
  private var records: [UInt8] = []
  private var recordEnds: [Int] = []
  /// The rows, of positions counted from 1, and how many there are up to each event.
  private(set) var rows = RowBatch(isSearched: false)
  private var rowEnds: [Int] = []
  /// The rows' order.
  let order: RowOrder
  /// Why some cannot be recorded.
  private var refusals: [Int: Refusal] = [:]

  /// Derives what the events give by the rules of posting.
  init(_ events: [Event], _ rules: any PostingRules) {
    self.events = events
    tags.reserveCapacity(events.count)
    recordEnds.reserveCapacity(events.count)
    rowEnds.reserveCapacity(events.count)
    for (index, event) in events.enumerated() {
      do throws(Refusal) {
        let entry = try rules.entry(of: event)
        try PreparedEvents.encode(event, to: &records)
        tags.append(event.payload.tags)
        Rows.add(event, entry, tags[index], at: Position(UInt64(index + 1)), to: &rows)
      } catch {
        refusals[index] = error
        tags.append([])
      }
      recordEnds.append(records.count)
      rowEnds.append(rows.count)
    }
    order = RowOrder(rows.order())
  }

  var count: Int { events.count }

  /// - Throws: why an event cannot be recorded.
  func require(_ index: Int) throws(Refusal) {
    if let refusal = refusals[index] { throw refusal }
  }

  /// Where the record of an event lies.
  func record(_ index: Int) -> ArraySlice<UInt8> {
    records[(index == 0 ? 0 : recordEnds[index - 1])..<recordEnds[index]]
  }

  /// Which rows an event has.
  func rows(of index: Int) -> Range<Int> { (index == 0 ? 0 : rowEnds[index - 1])..<rowEnds[index] }

  /// Encodes the event and reads the record back, so that nothing is stored that cannot be read.
  ///
  /// - Throws: ``Refusal/cannotBeStored(reason:)`` for a list or record beyond the limits of the format.
  private static func encode(_ event: Event, to records: inout [UInt8]) throws(Refusal) {
    let start = records.count
    EventRecord.encode(event, recordedTime: .first, batch: .single, into: &records)
    do throws(CodecError) {
      _ = try EventRecord.decode(records.span.bytes.extracting(start..<records.count), position: Position(1))
    } catch {
      records.removeLast(records.count - start)
      throw Refusal.cannotBeStored(reason: "\(error)")
    }
  }
}

/// The order of a request's rows by table, key and position; known by its identity.
final class RowOrder: Sendable {
  let indices: [Int32]

  init(_ indices: [Int32]) { self.indices = indices }
}
