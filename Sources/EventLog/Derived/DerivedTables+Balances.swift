import EventModel
import LMDB

extension DerivedTables {
  /// What the postings of one account come to that count by a day and were known at a position.
  ///
  /// - Parameter bucket: the account and its terminator.
  func balance(of bucket: [UInt8], through day: Int32, known: Position) throws -> Int128 {
    var sum: Int128 = 0
    let hash = BucketHash.of(.postings, bucket.span.bytes)
    try addRuns(bucket, hash: hash, through: day, known: known) { sum += Int128($1) }
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
    try addRuns(prefix, hash: nil, through: day, known: known, body)
    try scanUnsettled(.postings, KeyRange(prefix: prefix), known: known) { row in
      let posting = try PostingRow(row)
      if posting.day <= day { try body(posting.account, posting.amount) }
    }
  }

  /// The part of the runs: blocks of one account that count as a whole give their sums without being read.
  private func addRuns(
    _ prefix: [UInt8], hash: UInt64?, through day: Int32, known: Position, _ body: (RawSpan, Int64) throws -> Void
  ) throws {
    let range = KeyRange(prefix: prefix)
    for run in try stored.runs(reader) where run.name.first <= known.number && hash.map(run.filter.passes) ?? true {
      let blocks = run.blocks(.postings, range)
      let isKnown = run.name.last <= known.number
      var start = blocks.lowerBound
      for block in blocks where isKnown && run.countsAsWhole(block, range, through: day) {
        try add(run, range, blocks: start..<block, through: day, known: known, body)
        start = block + 1
        let sum = run.summary(block)?.sum ?? 0
        try run.withFirstKey(block) { try body($0.extracting(0..<$0.byteCount - 5), sum) }
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
  /// Whether all rows of a block are of one account of the range and none is after the day.
  fileprivate func countsAsWhole(_ block: Int, _ range: KeyRange, through day: Int32) -> Bool {
    guard let summary = summary(block), summary.lastDay <= day else { return false }
    // The range is of whole accounts or of a prefix, so that what holds for the block's first key holds for its account.
    return withFirstKey(block) { range.contains($0) }
  }
}
