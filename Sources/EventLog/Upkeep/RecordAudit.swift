import EventModel
import LMDB

/// What the records of a stretch of positions come to: each stretch is read by one thread, with a reader of its own.
struct RecordAudit: Sendable {
  /// How many positions a stretch has: whole blocks of the tree, and few enough to divide among threads.
  static let stretchCount: UInt64 = 1 << UInt64(TreeAudit.stretchLevel)

  let positions: ClosedRange<UInt64>
  private(set) var report = AuditReport()
  private(set) var firstTime: (position: Position, time: Instant)?
  private(set) var lastTime: Instant?
  private(set) var tallies: RowTallies
  /// Positions whose rows cannot be told, in order.
  private(set) var unreadable: [ClosedRange<UInt64>] = []
  private(set) var tree: TreeAudit
  /// The judge after the events of the stretch.
  private(set) var judge: any RecordJudge

  /// Reads every record of the positions once, in place.
  ///
  /// - Parameters:
  ///   - positions: a stretch, or the end of one.
  ///   - layout: how the rows of positions are divided into runs.
  ///   - tree: where the hashes begin.
  ///   - derivation: derives rows and judges; it took the deciding events before the positions.
  ///   - reader: the transaction.
  init(
    _ positions: ClosedRange<UInt64>, _ layout: RunLayout, _ tree: TreeAudit, _ derivation: consuming RowDerivation,
    _ reader: Reader
  ) throws {
    self.positions = positions
    self.tree = tree
    judge = derivation.judge
    tallies = RowTallies(positions, layout)
    report.eventCount = UInt64(positions.count)
    var next = positions.lowerBound
    // The last position of the segment before, and whether it is known.
    var (lastEnd, isLost) = (UInt64(0), false)
    var cursor = try reader.cursor(Tables.log)
    var entry = try cursor.seek(atOrAfter: next)
    if entry?.integerKey != next {
      entry = entry == nil ? try cursor.last() : try cursor.previous()
      if entry == nil { entry = try cursor.first() }
    }
    while let found = entry {
      let first = found.integerKey
      if first <= lastEnd { report.add(LogDamage(position: Position(first), reason: .recordedTwice)) }
      if next > positions.upperBound { break }
      if first > next { skip(next...min(first - 1, positions.upperBound), isLost: isLost) }
      next = max(next, first)
      if next > positions.upperBound { break }
      let segment: Segment
      do throws(LogDamage) {
        segment = try Segment(first: Position(first), value: found.value)
      } catch {
        // The stretch before this one names a segment that began there.
        if first >= positions.lowerBound { report.add(error) }
        isLost = true
        entry = try cursor.next()
        continue
      }
      isLost = false
      lastEnd = max(lastEnd, segment.last.number)
      while next <= min(segment.last.number, positions.upperBound) {
        try read(segment, next, &derivation, reader)
        next += 1
      }
      entry = try cursor.next()
    }
    if next <= positions.upperBound { skip(next...positions.upperBound, isLost: isLost) }
    report.signatureCount = derivation.signatureCount
    report.rowCount = derivation.rowCount
    judge = derivation.judge
  }

  /// Notes positions without a record; those behind a segment whose table is damaged are named by it.
  private mutating func skip(_ range: ClosedRange<UInt64>, isLost: Bool) {
    if !isLost { report.add(LogDamage(position: Position(range.lowerBound), reason: .missing)) }
    unreadable.append(range)
    tree.lose()
  }

  private mutating func read(
    _ segment: borrowing Segment, _ number: UInt64, _ derivation: inout RowDerivation, _ reader: Reader
  ) throws {
    let position = Position(number)
    do {
      let record = try segment.event(Int(number - segment.first.number))
      try tree.add(record.bytes, reader, &report)
      let time = record.recordedTime
      if let lastTime, time <= lastTime { report.add(LogDamage(position: position, reason: .recordedTimeNotRising)) }
      if firstTime == nil { firstTime = (position, time) }
      lastTime = time
      try derivation.add(record, into: &tallies)
      if let objection = derivation.objection {
        report.add(AuditFinding(.authorship, at: position, "position \(position): \(objection)"))
      }
    } catch let damage as LogDamage {
      report.add(damage)
      unreadable.append(number...number)
      tree.lose()
    }
  }
}
