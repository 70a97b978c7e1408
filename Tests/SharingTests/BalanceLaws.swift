import EventLog
import EventModel
import Sharing
import TestSupport
import Testing

@Suite struct `Laws of balances` {
  /// Random counted facts, recorded out of order of valid time.
  private static func history(_ random: inout SeededRandom, count: Int) throws -> (TestLedger, [Event]) {
    let ledger = try TestLedger.world()
    try ledger.addParty("x-uni2")
    var events: [Event] = []
    for number in 1...count {
      let start = try Day(iso: "2024-01-01").advanced(by: Int.random(in: 0..<400, using: &random))
      let unit = ["x-uni", "x-uni2"].randomElement(using: &random) ?? ""
      if Int.random(in: 0..<3, using: &random) == 0 {
        events.append(try usage(ledger, number, start, &random))
        continue
      }
      let component = ["material", "water", "labour"].randomElement(using: &random) ?? ""
      let amount = Int64.random(in: 1...1_000_000, using: &random)
      let posted = try start.advanced(by: Int.random(in: 0...60, using: &random))
      events.append(
        try ledger.event(
          "cost.recorded",
          #"{"cost":"K\#(number)","unit":"\#(unit)","pool":"p","component":"\#(component)","amount":\#(amount),"#
            + #""postedOn":"\#(posted)"}"#, at: "\(start)"))
    }
    _ = try ledger.log.append(events)
    return (ledger, events)
  }

  private static func usage(
    _ ledger: TestLedger, _ number: Int, _ start: Day, _ random: inout SeededRandom
  ) throws -> Event {
    let (before, after) = (Int64.random(in: 1...4, using: &random), Int64.random(in: 1...6, using: &random))
    let next = try start.advanced(by: 1)
    let (from, to) = ("\(start)T\(24 - before):00:00+08:00", "\(next)T0\(after):00:00+08:00")
    return try ledger.event(
      "usage.recorded",
      """
      {"usage":"U\(number)","resource":"R1","unit":"x-uni","user":"u1","side":"external","purpose":"research",\
      "mode":"onSite","start":"\(from)","end":"\(to)","days":[{"day":"\(start)","seconds":\(before * 3600)},\
      {"day":"\(next)","seconds":\(after * 3600)}]}
      """, at: to)
  }

  /// The slow way: every posting of every event up to K, kept when its day is not after V's.
  private static func reference(_ events: [Event], first: Position, asOf: AsOf) throws -> [Account: Int128] {
    var sums: [Account: Int128] = [:]
    for (offset, event) in events.enumerated() where first.number + UInt64(offset) <= asOf.known.number {
      for posting in try ChartOfAccounts().entry(of: event).postings where posting.day <= asOf.valid.day {
        sums[posting.account, default: 0] += Int128(posting.amount)
      }
    }
    return sums.filter { $0.value != 0 }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `hold on random histories at any (V, K)`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let (ledger, events) = try Self.history(&random, count: 120)
    let head = try ledger.log.head()
    let first = Position(head.number - UInt64(events.count) + 1)
    for _ in 0..<15 {
      let day = try Day(iso: "2024-01-01").advanced(by: Int.random(in: 0..<470, using: &random))
      let known = Position(UInt64.random(in: first.number - 1...head.number, using: &random))
      let asOf = AsOf(valid: day.end, known: known)
      let note = Comment(rawValue: "seed \(seed), day \(day), known \(known)")
      try ledger.log.read { log in
        let balances = try Balances(log, asOf: asOf)
        let reference = try Self.reference(events, first: first, asOf: asOf)
        #expect(Dictionary(uniqueKeysWithValues: balances.rows.map { ($0.account, $0.amount) }) == reference, note)
        let trial = try TrialBalance(log, asOf: asOf)
        #expect(trial.isBalanced, note)
        #expect(trial.lines.reduce(0) { $0 + $1.accountCount } == balances.rows.count, note)
        try Self.checkRegister(log, asOf, balances, note)
        try Self.checkMovements(log, asOf, balances, note)
      }
    }
  }

  private static func checkRegister(_ log: LogReader, _ asOf: AsOf, _ balances: Balances, _ note: Comment) throws {
    let register = try Register(log, asOf: asOf, prefix: nil)
    var last: [Account: Int128] = [:]
    for line in register.lines {
      let account = line.recorded.account
      #expect(line.balance == last[account, default: 0] + Int128(line.recorded.amount), note)
      last[account] = line.balance
    }
    #expect(last.filter { $0.value != 0 }.count == balances.rows.count, note)
    for (account, balance) in last { #expect(balances[account] == balance, note) }
    let places = register.lines.map { ($0.recorded.day, $0.recorded.position) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }, note)
    // V first and then K, or K first and then V.
    let atV = try Register(log, asOf: AsOf(valid: asOf.valid, known: log.head), prefix: nil).lines.map(\.recorded)
    let atK = try Register(log, asOf: AsOf(valid: .last, known: asOf.known), prefix: nil).lines.map(\.recorded)
    let lines = register.lines.map(\.recorded)
    #expect(atV.filter { $0.position <= asOf.known } == lines, note)
    #expect(atK.filter { $0.day <= asOf.valid.day } == lines, note)
    for row in balances.rows {
      let explanation = try Explanation(log, of: row.account, asOf: asOf)
      #expect(explanation.sum == row.amount, note)
      #expect(explanation.parts.allSatisfy { $0.position <= asOf.known && $0.day <= asOf.valid.day }, note)
    }
  }

  private static func checkMovements(_ log: LogReader, _ asOf: AsOf, _ balances: Balances, _ note: Comment) throws {
    let period = try #require(CivilPeriod(from: try Day(iso: "2024-02-10"), through: try Day(iso: "2025-06-30")))
    let opening = try AsOf(valid: min(Day(iso: "2024-02-09").end, asOf.valid), known: asOf.known)
    let opened = try Balances(log, asOf: opening)
    for step in PeriodStep.allCases + [nil] as [PeriodStep?] {
      for row in try Movements(log, asOf: asOf, in: period, every: step).accounts {
        let cells = row.movements
        #expect(row.opening == opened[row.account] && row.closing == balances[row.account], note)
        #expect(cells.first?.opening == row.opening && cells.last?.closing == row.closing, note)
        for (left, right) in zip(cells, cells.dropFirst()) { #expect(left.closing == right.opening, note) }
        for cell in cells where cell.debit != 0 || cell.credit != 0 {
          #expect(cell.opening + cell.debit - cell.credit == cell.closing && cell.debit >= 0 && cell.credit >= 0, note)
          if step != .year { continue }
          let why = try Explanation(
            log, of: row.account, asOf: asOf, from: cell.period.from, through: cell.period.through)
          #expect(why.debit == cell.debit && why.credit == cell.credit, note)
        }
      }
    }
  }

  @Test func `what a prefix of the log says is what the whole says as known there`() throws {
    var random = SeededRandom(seed: 7)
    let (ledger, events) = try Self.history(&random, count: 60)
    let first = try ledger.log.head().number - UInt64(events.count) + 1
    for count in [1, 17, 42] {
      let prefix = try TestLedger.world()
      try prefix.addParty("x-uni2")
      _ = try prefix.log.append(Array(events.prefix(count)))
      let known = Position(first + UInt64(count) - 1)
      #expect(try prefix.log.head() == known)
      for day in ["2024-03-31", "2024-10-01", "2025-12-31"] {
        #expect(try prefix.balances(nil, day) == ledger.balances(nil, day, known: known), "\(count) events, \(day)")
      }
    }
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `a difference adds up for every account`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let (ledger, _) = try Self.history(&random, count: 80)
    let head = try ledger.log.head()
    for _ in 0..<10 {
      let day = try Day(iso: "2024-01-01").advanced(by: Int.random(in: 0..<470, using: &random))
      let known = [UInt64.random(in: 0...head.number, using: &random), .random(in: 0...head.number, using: &random)]
      let (earlier, later) = (Position(known.min() ?? 0), Position(known.max() ?? 0))
      let note = Comment(rawValue: "seed \(seed), day \(day), \(earlier) to \(later)")
      try ledger.log.read { log in
        let before = try Balances(log, asOf: AsOf(valid: day.end, known: earlier))
        let after = try Balances(log, asOf: AsOf(valid: day.end, known: later))
        let difference = try BalanceDifference(log, valid: day.end, from: earlier, to: later)
        for change in difference.changes {
          #expect(change.before == before[change.account] && change.after == after[change.account], note)
          #expect(change.parts.allSatisfy { $0.position > earlier && $0.position <= later && $0.day <= day }, note)
        }
        let changed = Set(difference.changes.map(\.account))
        for row in before.rows + after.rows where !changed.contains(row.account) {
          #expect(before[row.account] == after[row.account], note)
        }
      }
    }
  }
}
