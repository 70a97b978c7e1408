import EventModel
import LMDB

extension DerivedTables {
  /// What the postings of one account come to that count by a day and were known at a position.
  ///
  /// - Parameter bucket: the account and its terminator.
  func balance(of bucket: [UInt8], through day: Int32, known: Position) throws -> Int128 {
    var sum: Int128 = 0
    let hash = BucketHash.of(.postings, bucket.span.bytes)
    let range = KeyRange(prefix: bucket, end: Keys.postings(bucket, after: day))
    try addRuns(range, hash: hash, through: day, known: known) { sum += Int128($1) }
    try scanUnsettled(.postings, bucket: bucket, hash, known: known) { row in
      let posting = try PostingRow(row)
      if posting.day <= day { sum += Int128(posting.amount) }
      return true
    }
    return sum
  }

  /// Calls `body` with accounts and amounts that add up to all postings to accounts whose names begin with the bytes.
  func addPostings(
    of prefix: [UInt8], through day: Int32, known: Position, _ body: (RawSpan, Int64) throws -> Void
  ) throws {
    let range = KeyRange(prefix: prefix)
    try addRuns(range, hash: nil, through: day, known: known, body)
    try scanUnsettled(.postings, range, known: known) { row in
      let posting = try PostingRow(row)
      if posting.day <= day { try body(posting.account, posting.amount) }
    }
  }

  /// The part of the runs: blocks of one account that count as a whole give their sums without being read, and those of
  /// one account that begin after the day are passed over.
  private func addRuns(
    _ range: KeyRange, hash: UInt64?, through day: Int32, known: Position, _ body: (RawSpan, Int64) throws -> Void
  ) throws {
    let runs = try stored.runs(of: .postings, known: known, reader)
    for run in runs where run.name.first <= known.number && hash.map(run.filter.passes) ?? true {
      let blocks = run.blocks(.postings, range)
      let isKnown = run.name.last <= known.number
      var start = blocks.lowerBound
      for block in blocks {
        guard let summary = run.summary(block), run.begins(block, within: range) else { continue }
        let isWhole = isKnown && summary.lastDay <= day
        guard isWhole || run.firstDay(block) > day else { continue }
        try add(run, range, blocks: start..<block, through: day, known: known, body)
        start = block + 1
        if isWhole { try run.withFirstKey(block) { try body($0.extracting(0..<$0.byteCount - 5), summary.sum) } }
      }
      try add(run, range, blocks: start..<blocks.upperBound, through: day, known: known, body)
    }
  }

  private func add(
    _ run: RunIndex, _ range: KeyRange, blocks: Range<Int>, through day: Int32, known: Position,
    _ body: (RawSpan, Int64) throws -> Void
  ) throws {
    if blocks.isEmpty { return }
    _ = try run.scan(.postings, range, blocks: blocks, known: known.number, reader) { row in
      let posting = try PostingRow(row)
      if posting.day <= day { try body(posting.account, posting.amount) }
      return true
    }
  }
}

extension RunIndex {
  /// Whether a block's first key is of the range: the range is of whole accounts or of a prefix, so that what holds for
  /// the key holds for its account.
  fileprivate func begins(_ block: Int, within range: KeyRange) -> Bool {
    withFirstKey(block) { range.contains($0) }
  }

  /// The day of a block's first posting.
  fileprivate func firstDay(_ block: Int) -> Int32 { withFirstKey(block) { PostingRow.day(ofKey: $0) } }
}
