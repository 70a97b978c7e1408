import EventLog
import EventModel

/// Postings picked out one by one, in order of day, position and account; of those not picked only the sums are kept.
struct PostingLines {
  private struct Line {
    let day: Int32
    let account: Int32
    let position: Position
    let amount: Int64
  }

  private var index = AccountIndex()
  private var lines: [Line] = []
  private var sums: [Int128] = []

  /// Reads the postings of a prefix.
  ///
  /// - Parameters:
  ///   - day: the last civil day that counts.
  ///   - isPicked: whether a posting is listed itself.
  /// - Complexity: O(postings of these accounts + picked · log picked).
  init(
    _ log: LogReader, _ prefix: AccountPrefix?, through day: Day, known: Position, where isPicked: (PostingRow) -> Bool
  ) throws {
    try log.postings(of: prefix, through: day, known: known) { row in
      let number = try index.number(of: row)
      if number == sums.count { sums.append(0) }
      if isPicked(row) {
        lines.append(Line(day: row.day, account: Int32(number), position: row.position, amount: row.amount))
      } else {
        sums[number] += Int128(row.amount)
      }
    }
    var ranks = [Int32](repeating: 0, count: sums.count)
    for (rank, number) in index.sorted.enumerated() { ranks[number] = Int32(rank) }
    lines.sort { left, right in
      if left.day != right.day { return left.day < right.day }
      if left.position != right.position { return left.position < right.position }
      return ranks[Int(left.account)] < ranks[Int(right.account)]
    }
  }

  /// The sums of what was not picked, in the order of accounts; every account met has one.
  var rest: [Balance] { index.sorted.map { Balance(account: index.accounts[$0], amount: sums[$0]) } }

  /// Calls `body` with every picked posting and its event, in order.
  ///
  /// - Complexity: O(picked · log segments): the event of each is read.
  func forEach(_ log: LogReader, _ body: (RecordedPosting) -> Void) throws {
    var event: RecordedEvent?
    for line in lines {
      let recorded = try event.flatMap { $0.position == line.position ? $0 : nil } ?? log.event(at: line.position)
      event = recorded
      guard let day = try? Day(number: Int64(line.day)) else {
        throw LogDamage(position: line.position, reason: .derivedRow(table: "postings"))
      }
      let posting = Posting(account: index.accounts[Int(line.account)], day: day, amount: line.amount)
      body(RecordedPosting(posting, recorded))
    }
  }
}
