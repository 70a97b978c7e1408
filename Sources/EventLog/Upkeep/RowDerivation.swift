import EventModel
import LMDB

/// Derives the rows of records and judges their events, record after record, in memory that is used again.
struct RowDerivation {
  private let postings: any PostingRules
  private(set) var judge: any RecordJudge
  private let decidingTypes: Set<EventType>
  private let secret: TallyKey
  private var rows = RowBatch(isSearched: false)
  private var bytes: [UInt8] = []
  /// What the judge said of the last event.
  private(set) var objection: String?
  /// How many events were signed.
  private(set) var signatureCount: UInt64 = 0
  /// How many rows there were.
  private(set) var rowCount: UInt64 = 0

  init(_ postings: any PostingRules, _ judge: any RecordJudge, _ secret: TallyKey) {
    (self.postings, self.judge, self.secret) = (postings, judge, secret)
    decidingTypes = judge.decidingTypes
  }

  /// Adds a record's rows to the tallies.
  ///
  /// - Throws: ``LogDamage`` when it does not decode, or not encode to its own bytes.
  mutating func add(_ view: EventView, into tallies: inout RowTallies) throws {
    let recorded = try decode(view)
    objection = judge.objection(to: recorded)
    if decidingTypes.contains(recorded.event.type) { judge.take(recorded) }
    if recorded.event.signature != nil { signatureCount += 1 }
    Rows.add(recorded.event, try entry(recorded), at: view.position, to: &rows)
    rowCount += UInt64(rows.count)
    tallies.add(rows, at: view.position, secret)
    RowDerivation.count(rows, judge: &judge)
    rows.removeAll()
  }

  private static func count(_ rows: RowBatch, judge: inout any RecordJudge) {
    let bytes = rows.arena.span.bytes
    for row in rows.rows where row.table == .postings {
      var offset = row.value.lowerBound
      // A zero byte ends the account's name.
      let account = bytes.extracting(row.start..<row.start + Int(row.bucketCount) - 1)
      let day = PostingRow.day(ofKey: bytes.extracting(row.key))
      if let amount = bytes.signedVarint(at: &offset) { judge.count(account: account, day: day, amount: amount) }
    }
  }

  private func entry(_ recorded: RecordedEvent) throws(LogDamage) -> EventModel.Entry {
    do throws(Refusal) {
      return try postings.entry(of: recorded.event)
    } catch {
      throw LogDamage(position: recorded.position, reason: .postings(reason: "\(error)"))
    }
  }

  /// What was checked before writing holds after.
  private mutating func decode(_ view: EventView) throws(LogDamage) -> RecordedEvent {
    let recorded: RecordedEvent
    do throws(CodecError) {
      recorded = try view.recordedEvent()
    } catch {
      throw LogDamage(position: view.position, reason: .record(error))
    }
    bytes.removeAll(keepingCapacity: true)
    EventRecord.encode(recorded.event, recordedTime: recorded.recordedTime, batch: recorded.batch, into: &bytes)
    guard bytes.span.bytes.equals(view.bytes) else { throw LogDamage(position: view.position, reason: .encoding) }
    return recorded
  }
}
