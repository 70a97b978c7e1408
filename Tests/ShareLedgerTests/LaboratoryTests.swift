import ShareLedger
import Testing

/// The catalogue a laboratory published, rebuilt from its events.
@Suite struct `A laboratory's catalogue is rebuilt from its history` {
  private let folder: TemporaryFolder
  private let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    try Ledger.create(at: folder("lab"))
    ledger = try Ledger(path: folder("lab"), access: .writing)
    _ = try Importer(ledger).run(Samples.pnnl)
  }

  @Test func `as of every second observation, row for row, in every field`() throws {
    let snapshots = Dictionary(grouping: try Samples.table("catalogue_snapshots_even.tsv.gz")) {
      $0["observed_at"] ?? ""
    }
    #expect(snapshots.count == 26)
    for (moment, rows) in snapshots {
      let expected = rows.map { row in row.filter { $0.key != "observed_at" } }
      try expect(expected, at: Instant(rfc3339: moment))
    }
  }

  @Test func `as of every observation and the moment before it, against the history itself`() throws {
    let history = try Samples.table("catalogue_history.tsv").map { row in
      (try Instant(rfc3339: row["observed_at"] ?? ""), row.filter { !["observed_at", "change"].contains($0.key) })
    }
    let moments = Set(history.map(\.0))
    #expect(moments.count == 24)
    for moment in moments {
      for instant in [moment, try Instant(microseconds: moment.microseconds - 1)] {
        var state: [String: [String: String]] = [:]
        for (observed, row) in history where observed <= instant { state[row["instrument_id"] ?? ""] = row }
        try expect(Array(state.values), at: instant)
      }
    }
  }

  @Test func `the first knowledge is ten events, whatever came later`() throws {
    let page = try ledger.view(at: .last, known: .position(Position(10))).catalogue()
    #expect(page.totalCount < 10)
    #expect(page.entries.allSatisfy { $0.lastChanged <= Position(10) })
  }

  private func expect(_ rows: [[String: String]], at instant: Instant) throws {
    let page = try ledger.view(at: instant).catalogue()
    #expect(page.totalCount == rows.count, "at \(instant)")
    let entries = Dictionary(page.entries.map { ($0.resource.text, $0) }) { first, _ in first }
    for row in rows {
      let entry = try #require(entries[row["instrument_id"] ?? ""], "at \(instant)")
      var found = ["instrument_id": entry.resource.text, "instrument": entry.name.string]
      if let location = entry.location { found["room_number"] = location.string }
      for attribute in entry.attributes { found[attribute.name.string] = attribute.value.string }
      #expect(found == row, "at \(instant)")
    }
  }
}
