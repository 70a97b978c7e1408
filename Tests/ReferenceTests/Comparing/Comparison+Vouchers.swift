import EventLog
import EventModel
import Sharing

/// Vouchers, programmes, the queue of claims, and what can be deducted.
extension Comparison {
  mutating func compareVouchers(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let (asOf, day) = (AsOf(valid: valid, known: known), SlowTime.day(valid))
    let question = "at \(valid), \(known)"
    let slow = here.vouchers(postedThrough: day)
    let book = try ledger.log.read { try VoucherBook($0, asOf: asOf) }
    var (found, expected): ([String: [Int]], [String: [Int]]) = ([:], [:])
    for entry in book.vouchers {
      found[entry.voucher.text] = [
        entry.face, entry.open, entry.held, entry.deducted, entry.expired, entry.returned, entry.revoked,
      ].map { Int($0) }
    }
    for voucher in slow.vouchers {
      expected[voucher.id] = [
        voucher.face, voucher.open, voucher.held, voucher.deducted, voucher.expired, voucher.returned, voucher.revoked,
      ]
    }
    differences.compare("vouchers", question, found, expected)
    compareProgrammes(book, slow, question)
    let waiting = slow.claims.filter { $0.stage == .queued }.sorted {
      ($0.validTime, $0.data.claim.text) < ($1.validTime, $1.data.claim.text)
    }
    differences.compare(
      "redemption queue", question,
      book.queue.map { "\($0.claim) \($0.unit) \($0.programme) \($0.amount) \($0.daysWaiting)" },
      waiting.map {
        "\($0.data.claim) \($0.data.unit) \($0.data.programme) \($0.data.amount) \(day - SlowTime.day($0.validTime))"
      })
    if !book.tieOut.agrees {
      differences.add("tie-out", "\(question): \(book.tieOut.lines.filter { $0.difference != 0 })")
    }
  }

  private mutating func compareProgrammes(_ book: VoucherBook, _ slow: SlowVouchers, _ question: String) {
    var (found, expected): ([String: [Int]], [String: [Int]]) = ([:], [:])
    for entry in book.programmes {
      found[entry.programme.text] = [
        entry.budget, entry.issued, entry.available, entry.claimed, entry.unclaimed, entry.queued, entry.paid,
        entry.rejected, entry.liability, entry.isClosed ? 1 : 0,
      ].map { Int($0) }
    }
    for (data, isClosed) in slow.programmes {
      let id = data.programme.text
      let own = slow.vouchers.filter { $0.issued.programme == data.programme }
      let issued = own.map(\.face).reduce(0, +)
      let ended = own.map { $0.expired + $0.returned + $0.revoked }.reduce(0, +)
      func claimed(_ stage: SlowClaim.Stage) -> Int {
        slow.claims.filter { $0.stage == stage && $0.data.programme == data.programme }
          .map { Int($0.data.amount.amount) }.reduce(0, +)
      }
      let unclaimed = slow.deductions.filter {
        $0.data.programme == data.programme && slow.liveClaims(of: $0.data.deduction.text).isEmpty
      }.map(\.left).reduce(0, +)
      let budget = Int(data.budget.amount)
      expected[id] = [
        budget, issued, budget - issued + ended, claimed(.paid) + claimed(.queued), unclaimed, claimed(.queued),
        claimed(.paid), claimed(.rejected), slow.liability(of: id), isClosed ? 1 : 0,
      ]
    }
    differences.compare("programmes", question, found, expected)
  }

  /// What a voucher can still pay of a charge by the facts true by V.
  mutating func compareDeductible(_ here: SlowLedger, valid: Instant, known: Position) throws {
    let asOf = AsOf(valid: valid, known: known)
    let (slow, charges) = (here.vouchers(by: valid), here.charges(by: valid))
    for _ in 0..<3 {
      guard let charge = charges.randomElement(using: &random),
        let voucher = slow.vouchers.filter({ $0.issued.user == charge.assessed.user }).randomElement(using: &random)
      else { return }
      let found = try ledger.log.read {
        try Deductible(voucher: voucher.issued.voucher, charge: charge.assessed.charge, $0, asOf: asOf)
      }
      var expected: Int?
      let isOver = SlowTime.day(valid) > SlowTime.day(voucher.issued.useBy)
      if let programme = slow.programmes.first(where: { $0.data.programme == voucher.issued.programme })?.data,
        !voucher.hasEnded, !charge.isReversed, !isOver
      {
        let own = slow.deductions.filter { $0.data.programme == programme.programme }
        let used = own.filter { $0.data.charge == charge.assessed.charge }.map(\.left).reduce(0, +)
        let year = SlowTime.year(ofDay: SlowTime.day(valid))
        let ofYear = own.filter {
          $0.data.user == voucher.issued.user && SlowTime.year(ofDay: SlowTime.day($0.validTime)) == year
        }.map(\.left).reduce(0, +)
        // Rounded down: a programme never pays more than its part.
        let part = charge.total * Int(programme.ratio.value) / 10_000
        var least = min(voucher.open, charge.remainder, part - used)
        if let cap = programme.capPerUserYear { least = min(least, Int(cap.amount) - ofYear) }
        expected = max(0, least)
      }
      differences.compare(
        "deductible", "\(voucher.id) for \(charge.id) at \(valid), \(known)", found.map { Int($0.amount) }, expected)
    }
  }
}
