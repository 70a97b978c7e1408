import EventLog
import EventModel
import Sharing

/// Balances, movements, registers and differences.
extension Comparison {
  mutating func compareBalances(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let (asOf, day) = (AsOf(valid: valid, known: known), SlowTime.day(valid))
    let question = "at \(valid), \(known)"
    let expected = here.balances(through: day)
    let prefix = try AccountPrefix(
      ["receivable", "income:x-uni", "voucher", "programme", "cost:x-a%3Ab%25c:p%3A2", "hours:x-uni:R1", "cash"]
        .randomElement(using: &random) ?? "cash")
    let (all, some, trial) = try ledger.log.read { log in
      (
        try Balances(log, asOf: asOf, includingZero: true), try Balances(log, asOf: asOf, prefix: prefix),
        try TrialBalance(log, asOf: asOf)
      )
    }
    differences.compare("balances", question, Comparison.dictionary(all.rows), expected)
    let named = expected.filter { $0.value != 0 && Comparison.isIn($0.key, prefix.text) }
    differences.compare("balances of \(prefix)", question, Comparison.dictionary(some.rows), named)
    for line in trial.lines {
      let own = expected.filter {
        SlowPosting(position: 0, account: $0.key, day: 0, amount: 0).commodity == line.commodity.wireName
      }
      let found = [Int(line.debit), Int(line.credit), line.accountCount]
      let sums = [
        own.values.filter { $0 > 0 }.reduce(0, +), -own.values.filter { $0 < 0 }.reduce(0, +),
        own.values.filter { $0 != 0 }.count,
      ]
      differences.compare("trial balance", "\(line.commodity) \(question)", found, sums)
    }
  }

  mutating func compareMovements(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let (asOf, last) = (AsOf(valid: valid, known: known), SlowTime.day(valid))
    let from = HistoryMaker.firstDay + Int.random(in: -60...HistoryMaker.spanDays, using: &random)
    let step = [nil, PeriodStep.day, .month, .quarter, .year].randomElement(using: &random) ?? nil
    let through = from + Int.random(in: 0...(step == .day ? 8 : 120), using: &random)
    guard let period = CivilPeriod(from: try Day(number: Int64(from)), through: try Day(number: Int64(through))) else {
      return
    }
    let movements = try ledger.log.read { try Movements($0, asOf: asOf, in: period, every: step) }
    let question =
      "from \(period.from) through \(period.through) every \(step.map { "\($0)" } ?? "-") at \(valid), \(known)"
    let rows = movements.accounts.map { (name: $0.account.text, movements: $0.movements) }
    var expectedStart = from
    for (number, part) in movements.periods.enumerated() {
      differences.compare("movements", "start of a period \(question)", SlowTime.day(part.from), expectedStart)
      expectedStart = SlowTime.day(part.through) + 1
      // Days after V count nothing, whatever the period.
      let first = SlowTime.day(part.from)
      let slow = here.movements(from: first, to: min(SlowTime.day(part.through), last))
      let end = here.movements(from: first, to: min(through, last))
      var found: [String: [Int]] = [:]
      for row in rows {
        let movement = row.movements[number]
        found[row.name] = [
          Int(movement.opening), Int(movement.debit), -Int(movement.credit), Int(movement.closing),
        ]
      }
      var expected: [String: [Int]] = [:]
      for account in Set(end.keys).union(found.keys) {
        let movement = slow[account] ?? SlowMovement()
        expected[account] = [movement.opening, movement.debit, movement.credit, movement.closing]
      }
      // An account is listed when it opened with something or was counted on in the days asked for.
      expected = expected.filter { found[$0.key] != nil || $0.value != [0, 0, 0, 0] }
      differences.compare("movements", "period \(number) \(question)", found, expected)
    }
    differences.compare("movements", "end \(question)", expectedStart, through + 1)
    try compareHours(here, period, known: known)
  }

  /// Hours told from the usage records as they stand, not from postings.
  private mutating func compareHours(_ here: SlowLedger, _ period: CivilPeriod, known: Position) throws {
    let asOf = AsOf(valid: .last, known: known)
    let movements = try ledger.log.read {
      try Movements($0, asOf: asOf, prefix: AccountPrefix(.hours), in: period)
    }
    var found: [String: Int] = [:]
    for account in movements.accounts {
      let sum = Int(account.closing - account.opening)
      if sum != 0 { found[account.account.parts.joined(separator: " ")] = sum }
    }
    let expected = here.hours(from: SlowTime.day(period.from), to: SlowTime.day(period.through))
    differences.compare(
      "hours", "from \(period.from) through \(period.through) at \(known)", found, expected.filter { $0.value != 0 })
  }

  mutating func compareRegister(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let (asOf, last) = (AsOf(valid: valid, known: known), SlowTime.day(valid))
    let from = HistoryMaker.firstDay + Int.random(in: -60...HistoryMaker.spanDays, using: &random)
    let prefix = try AccountPrefix(
      ["receivable", "voucher", "cash:x-uni", "hours"].randomElement(using: &random) ?? "cash")
    let register = try ledger.log.read {
      try Register($0, asOf: asOf, prefix: prefix, from: try Day(number: Int64(from)))
    }
    let slow = here.register(from: from, to: last) { Comparison.isIn($0.account, prefix.text) }
    var running = here.balances(through: min(from - 1, last))
    let expected = slow.map { posting in
      running[posting.account, default: 0] += posting.amount
      return "\(posting.day) \(posting.position) \(posting.account) \(posting.amount) \(running[posting.account] ?? 0)"
    }
    let found = register.lines.map { line in
      let recorded = line.recorded
      return "\(recorded.day.number) \(recorded.position) \(recorded.account) \(recorded.amount) \(line.balance)"
    }
    differences.compare("register", "\(prefix) from day \(from) at \(valid), \(known)", found, expected)
  }

  mutating func compareDifference(valid: Instant) throws {
    let earlier = Int.random(in: 0...slow.head, using: &random)
    let later = Int.random(in: earlier...slow.head, using: &random)
    let found = try ledger.log.read {
      try BalanceDifference(
        $0, valid: valid, from: Position(UInt64(earlier)), to: Position(UInt64(later)), prefix: nil)
    }
    let day = SlowTime.day(valid)
    let (before, after) = (slow.known(earlier).balances(through: day), slow.known(later).balances(through: day))
    var expected: [String: [Int]] = [:]
    for posting in slow.postings where posting.position > earlier && posting.position <= later && posting.day <= day {
      expected[posting.account] = [before[posting.account] ?? 0, after[posting.account] ?? 0]
    }
    var changes: [String: [Int]] = [:]
    for change in found.changes { changes[change.account.text] = [Int(change.before), Int(change.after)] }
    differences.compare("difference", "at \(valid) from \(earlier) to \(later)", changes, expected)
  }

  static func dictionary(_ rows: [Balance]) -> [String: Int] {
    var balances: [String: Int] = [:]
    for row in rows { balances[row.account.text] = Int(row.amount) }
    return balances
  }

  /// Whether a name begins with whole parts.
  static func isIn(_ account: String, _ prefix: String) -> Bool { account == prefix || account.hasPrefix(prefix + ":") }
}
