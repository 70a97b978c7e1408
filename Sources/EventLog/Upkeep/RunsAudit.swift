import EventModel
import LMDB

/// Compares the stored runs with the rows the records give, on all threads.
enum RunsAudit {
  /// What one run came to.
  private struct Outcome: Sendable {
    var report = AuditReport()
    var isGone = false
  }

  /// Reads every run that holds rows of the positions read.
  ///
  /// Runs that were merged meanwhile are gone; those that took their place are read instead.
  static func report(_ sources: AuditSources, _ read: ReadRecords) throws -> AuditReport {
    var report = AuditReport()
    var done: Set<RunName> = []
    while true {
      let names = try sources.environment.read { try stored($0, sources) }.filter { name in
        name.last >= read.positions.lowerBound && name.first <= read.positions.upperBound && !done.contains(name)
      }
      if names.isEmpty { break }
      // The largest first, so that no thread is left with one at the end.
      let order = names.sorted { ($0.last - $0.first, $1.first) > ($1.last - $1.first, $0.first) }
      order.forEach { sources.expect(work(of: $0)) }
      let outcomes = try sources.map(order.count) { index in
        defer { sources.progress(work(of: order[index])) }
        return try sources.environment.read { try outcome(of: order[index], $0, sources, read) }
      }
      for (name, outcome) in zip(order, outcomes) where !outcome.isGone {
        report.add(outcome.report)
        done.insert(name)
      }
    }
    if report.isIntact { report.add(try sources.environment.read { try strays($0, sources) }) }
    return report
  }

  private static func stored(_ reader: Reader, _ sources: AuditSources) throws -> [RunName] {
    let state = try RowState.current(reader, head: LogReader.storedHead(reader), sources.memory.layout)
    return Shelf.allCases.flatMap { state.layout.stored(of: $0, settled: state.settled) }
  }

  /// A run's rows cost about a quarter of its records.
  private static func work(of name: RunName) -> UInt64 { (name.last - name.first) / 4 }

  private static func outcome(
    of name: RunName, _ reader: Reader, _ sources: AuditSources, _ read: ReadRecords
  ) throws -> Outcome {
    guard try stored(reader, sources).contains(name) else { return Outcome(isGone: true) }
    var outcome = Outcome()
    let positions = read.positions.clamped(to: name.first...name.last)
    do {
      let tally = try RunAudit.tally(name, positions, sources.secret, reader)
      if tally == read.tallies.tally(of: name) { return outcome }
    } catch let damage as LogDamage {
      outcome.report.add(damage)
    }
    do {
      let rows = RowAudit(name: name, postings: sources.memory.postings, unreadable: read.unreadable)
      try rows.compare(positions, reader, &outcome.report)
    } catch is LogDamage {
      // The run is named already when it cannot be read.
      if outcome.report.isIntact { outcome.report.add(name.damage) }
    }
    if outcome.report.isIntact, !read.unreadable.contains(where: { $0.overlaps(positions) }) {
      outcome.report.add(name.damage)
    }
    return outcome
  }

  /// Blocks that are of no run, and hashes of no record.
  private static func strays(_ reader: Reader, _ sources: AuditSources) throws -> AuditReport {
    var report = AuditReport()
    var entryCounts: [String: Int] = [:]
    for name in try stored(reader, sources) {
      do {
        entryCounts[name.table.name, default: 0] += try RunHead(name, reader).entryCount
      } catch let damage as LogDamage {
        report.add(damage)
      }
    }
    for table in Tables.runs {
      let (stored, count) = (try reader.count(table), entryCounts[table.name] ?? 0)
      if stored != count {
        let text = "table \"\(table.name)\" holds \(stored) blocks, its runs have \(count)"
        report.add(AuditFinding(.strayBlocks, at: nil, text))
      }
    }
    return report
  }
}
