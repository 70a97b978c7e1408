internal import EventLog
internal import EventModel
internal import LMDB

extension Ledger {
  /// Counts what the ledger holds, reading every event once, and asks the storage for its sizes.
  ///
  /// - Complexity: O(events), tens of nanoseconds each.
  public func statistics() throws(LedgerError) -> LedgerStatistics {
    do {
      return LedgerStatistics(contents: try contents(), storage: try storage())
    } catch {
      throw LedgerError(error)
    }
  }

  private func contents() throws -> LedgerStatistics.Contents {
    var contents = LedgerStatistics.Contents()
    contents.head = try log.head()
    try log.replay(upTo: contents.head) { event in
      guard let type = event.type else {
        throw LogDamage(position: event.position, reason: .record(CodecError(.unknownType, at: 2)))
      }
      contents.eventCounts[type, default: 0] += 1
      contents.firstRecordedTime = contents.firstRecordedTime ?? event.recordedTime
      contents.lastRecordedTime = event.recordedTime
      contents.firstValidTime = min(contents.firstValidTime ?? event.validTime, event.validTime)
      contents.lastValidTime = max(contents.lastValidTime ?? event.validTime, event.validTime)
    }
    contents.rowCounts = try log.read { log in
      var counts: [String: Int] = [:]
      for table in DerivedTable.allCases { counts[table.name] = try log.derived.count(table) }
      return counts
    }
    return contents
  }

  private func storage() throws -> LedgerStatistics.Storage {
    let statistics = try log.environment.statistics()
    var pages: [String: Int] = [:]
    for table in statistics.tables { pages[table.name] = table.pageCount }
    return LedgerStatistics.Storage(
      path: path, lmdbVersion: statistics.lmdbVersion, fileBytes: statistics.fileBytes,
      usedBytes: statistics.usedBytes, quotaBytes: statistics.quotaBytes,
      freeDiskBytes: statistics.freeDiskBytes, pageCounts: pages,
      readerSlotsUsed: statistics.readerSlotsUsed, readerSlotsMax: statistics.readerSlotsMax)
  }
}
