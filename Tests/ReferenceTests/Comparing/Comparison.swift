import EventLog
import EventModel
import TestSupport

/// One history, its ledger asked at random times, and the reference asked the same.
struct Comparison {
  let ledger: HistoryLedger
  let slow: SlowLedger
  var random: SeededRandom
  var differences = Differences()

  /// Takes a ledger, and the history the reference is shown: what the ledger admitted.
  init(_ ledger: HistoryLedger, _ slow: SlowLedger, random: SeededRandom) {
    self.ledger = ledger
    self.slow = slow
    self.random = random
  }

  /// Asks everything.
  mutating func run() throws {
    for failure in ledger.failures { differences.add("append", failure) }
    try compareEvents()
    var times = [time(known: slow.head), (valid: try Day(number: 30_000).end, known: slow.head)]
    for _ in 0..<4 { times.append(time(known: Int.random(in: 0...slow.head, using: &random))) }
    for (valid, known) in times {
      let here = slow.known(known)
      let position = Position(UInt64(known))
      try comparePostings(here, valid: valid, known: position)
      try compareBalances(here, valid: valid, known: position)
      try compareMovements(here, valid: valid, known: position)
      try compareRegister(here, valid: valid, known: position)
      try compareDifference(valid: valid)
      try compareFees(here, valid: valid, known: position)
      try compareVouchers(here, valid: valid, known: position)
      try compareDeductible(here, valid: valid, known: position)
      try compareRecovery(here, valid: valid, known: position)
      try compareFindings(here, valid: valid, known: position)
      try compareScorecards(here, valid: valid, known: position)
    }
    try compareExplanations()
    Laws.check(slow, known: slow.head, into: &differences)
    let early = Int.random(in: 0...slow.head, using: &random)
    Laws.check(slow, known: early, into: &differences)
    try compareReplica(early)
    // Last, since it goes on writing.
    var edges = try Edges(ledger, slow)
    try edges.check(using: &random, into: &differences)
  }

  /// A moment of the history, often the first or last of a day.
  mutating func time(known: Int) -> (valid: Instant, known: Int) {
    let day = HistoryMaker.firstDay + Int.random(in: -30...HistoryMaker.spanDays + 20, using: &random)
    guard let day = try? Day(number: Int64(day)) else { return (.last, known) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return (day.start, known)
    case 1: return (day.end, known)
    default:
      let noon = try? Instant(microseconds: day.start.microseconds + 43_200_000_000)
      return (noon ?? day.end, known)
    }
  }

  /// What is stored is what was admitted.
  private mutating func compareEvents() throws {
    let stored = try ledger.log.read { log in
      var events: [RecordedEvent] = []
      guard log.head > .zero else { return events }
      try log.scan(Position(1)...log.head) { view in
        events.append(try view.recordedEvent())
        return true
      }
      return events
    }
    differences.compare("events", "stored", stored.count, slow.events.count)
    for (found, expected) in zip(stored, slow.events) where found != expected {
      differences.add("events", "position \(expected.position) differs")
    }
  }

  /// Every posting that counts, and every account's balance; asked with both filters at once and one after the other.
  private mutating func comparePostings(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let day = valid.day
    let question = "at \(valid), \(known)"
    let expected = Set(here.postings.filter { $0.day <= SlowTime.day(valid) })
    let balances = here.balances(through: SlowTime.day(valid))
    let accounts = Set(slow.postings.map(\.account))
    let (found, filtered, sums) = try ledger.log.read { log in
      var sums: [String: Int] = [:]
      for account in accounts {
        sums[account] = Int(try log.balance(of: try Account(account), through: day, known: known))
      }
      return (
        try Comparison.postings(log, through: day, known: known),
        try Comparison.postings(log, through: .last, known: known).filter { $0.day <= SlowTime.day(valid) }, sums
      )
    }
    if Set(found) != expected || found.count != expected.count {
      for posting in expected.symmetricDifference(found).sorted(by: { $0.position < $1.position }).prefix(4) {
        differences.add("postings", "\(question): \(expected.contains(posting) ? "missing" : "extra") \(posting)")
      }
      if found.count != Set(found).count { differences.add("postings", "\(question): one account twice on a day") }
    }
    if Set(found) != Set(filtered) { differences.add("postings", "\(question): V and K filters do not commute") }
    differences.compare("balance", question, sums.filter { $0.value != 0 }, balances.filter { $0.value != 0 })
  }

  static func postings(_ log: borrowing LogReader, through day: Day, known: Position) throws -> [SlowPosting] {
    var found: [SlowPosting] = []
    try log.postings(of: nil, through: day, known: known) { row in
      var bytes: [UInt8] = []
      for index in 0..<row.account.byteCount {
        bytes.append(row.account.unsafeLoad(fromByteOffset: index, as: UInt8.self))
      }
      found.append(
        SlowPosting(
          position: Int(row.position.number), account: String(decoding: bytes, as: UTF8.self), day: Int(row.day),
          amount: Int(row.amount)))
    }
    return found
  }

  /// A ledger of the first events alone says the same as the whole one asked what it knew then.
  private mutating func compareReplica(_ known: Int) throws {
    let prefix = try HistoryLedger()
    try prefix.replicate(Array(ledger.admitted.prefix(known)))
    let position = Position(UInt64(known))
    let (whole, part) = (
      try ledger.log.read { try Comparison.postings($0, through: .last, known: position) },
      try prefix.log.read { try Comparison.postings($0, through: .last, known: position) }
    )
    if Set(whole) != Set(part) {
      differences.add("prefix", "postings at \(known) differ from those of the prefix alone")
    }
  }
}
