import EventModel

/// The laws of domain §2, checked on what was admitted: by the reference alone, without asking the ledger.
enum Laws {
  static func check(_ slow: SlowLedger, known: Int, into differences: inout Differences) {
    let slow = slow.known(known)
    entriesBalance(slow, into: &differences)
    nothingGoesBelowZero(slow, known: known, into: &differences)
    TieOuts.check(slow, known: known, into: &differences)
    StepwiseLaws.check(slow, known: known, into: &differences)
  }

  private static func entriesBalance(_ slow: SlowLedger, into differences: inout Differences) {
    var sums: [String: Int] = [:]
    for posting in slow.postings { sums["\(posting.position) \(posting.commodity)", default: 0] += posting.amount }
    for (event, sum) in sums where sum != 0 { differences.add("law: every event balances", "\(event) sums to \(sum)") }
  }

  /// Accounts that never stand on their wrong side, with the side: credits are below zero.
  private static func side(_ account: String, _ family: String) -> Int? {
    switch family {
    case "voucher", "held": -1
    case "programme": account.hasSuffix(":budget") ? 1 : -1
    case "claim", "subsidyDue", "clawbackDue": 1
    case "hours", "idle": 1
    default: nil
    }
  }

  /// At any position and on any day: days are passed in order, with all postings known at each position.
  private static func nothingGoesBelowZero(_ slow: SlowLedger, known: Int, into differences: inout Differences) {
    var byAccount: [String: [SlowPosting]] = [:]
    for posting in slow.postings where side(posting.account, posting.family) != nil {
      byAccount[posting.account, default: []].append(posting)
    }
    for (account, postings) in byAccount.sorted(by: { $0.key < $1.key }) {
      guard let side = side(account, postings[0].family) else { continue }
      for last in postings.indices {
        var days: [Int: Int] = [:]
        for posting in postings[...last] { days[posting.day, default: 0] += posting.amount }
        var sum = 0
        for (day, amount) in days.sorted(by: { $0.key < $1.key }) {
          sum += amount
          if sum * side < 0 {
            let family = postings[0].family
            let at = "at position \(postings[last].position) by day \(day)"
            differences.add("law: \(family) never below zero", "\(account) comes to \(sum) \(at)")
            break
          }
        }
      }
    }
  }
}

/// The sums that have to agree.
enum TieOuts {
  static func check(_ slow: SlowLedger, known: Int, into differences: inout Differences) {
    let balances = slow.balances(through: 1_000_000)
    let vouchers = slow.vouchers()
    for voucher in vouchers.vouchers {
      let account = SlowPosting.name("voucher", voucher.id)
      differences.compare(
        "law: a voucher's face ties out", "\(account) at \(known)", -(balances[account] ?? 0), voucher.open)
      let held = SlowPosting.name("held", voucher.id)
      differences.compare("law: holds tie out", "\(held) at \(known)", -(balances[held] ?? 0), voucher.held)
    }
    for (data, _) in vouchers.programmes {
      let name = SlowPosting.name("programme", data.programme.text)
      let deductions = vouchers.deductions.filter { $0.data.programme == data.programme }
      let paid = vouchers.paid(of: data.programme.text)
      let net = deductions.map(\.left).reduce(0, +)
      differences.compare("law: paid ties out", "\(name) at \(known)", -(balances[name + ":paid"] ?? 0), paid)
      differences.compare(
        "law: deducted ties out", "\(name) at \(known)", -(balances[name + ":deducted"] ?? 0), net - paid)
      var (unclaimed, queued, covered) = (0, 0, 0)
      for deduction in deductions {
        let claims = vouchers.liveClaims(of: deduction.data.deduction.text)
        if claims.isEmpty { unclaimed += deduction.left }
        if claims.contains(where: { $0.stage == .queued }) { queued += deduction.left }
        if claims.contains(where: { $0.stage == .paid }) { covered += deduction.left }
      }
      differences.compare(
        "law: deducted = claimed + unclaimed, claimed = paid + queued (rejected claims let their deductions go)",
        "\(name) at \(known)", net, unclaimed + queued + paid)
      differences.compare("law: what was paid is what was deducted", "\(name) at \(known)", covered, paid)
    }
    receivables(slow, balances, known: known, into: &differences)
    dues(slow, balances, known: known, into: &differences)
  }

  private static func dues(
    _ slow: SlowLedger, _ balances: [String: Int], known: Int, into differences: inout Differences
  ) {
    var sums: [String: Int] = [:]
    for due in SlowDue.all(slow.facts()) { sums[due.account, default: 0] += due.left }
    let accounts = balances.filter { $0.key.hasPrefix("subsidyDue:") || $0.key.hasPrefix("clawbackDue:") }
    differences.compare(
      "law: what is due is what was promised or ordered and not paid", "at \(known)",
      accounts.filter { $0.value != 0 }, sums.filter { $0.value != 0 })
  }

  private static func receivables(
    _ slow: SlowLedger, _ balances: [String: Int], known: Int, into differences: inout Differences
  ) {
    var sums: [String: Int] = [:]
    for charge in slow.charges() {
      let account = SlowPosting.name("receivable", charge.assessed.unit.text, charge.assessed.user.text)
      sums[account, default: 0] += charge.remainder
      if charge.isReversed, charge.remainder != 0 || charge.total != 0 {
        differences.add("law: a reversed charge is zero", "\(charge.id) at \(known) has \(charge.remainder)")
      }
    }
    let receivable = balances.filter { $0.key.hasPrefix("receivable:") && $0.value != 0 }
    differences.compare(
      "law: receivables are the charges' remainders", "at \(known)", receivable,
      sums.filter { $0.value != 0 })
  }
}
