public import EventModel

/// What must come to the same: sums told by vouchers, deductions and claims, and by the postings.
public enum TieOutCheck: String, Sendable, Hashable, CaseIterable {
  /// Faces issued = open + held + deducted + expired + returned + revoked.
  case issued
  /// What the vouchers paid, less reversals = claims paid or queued + deductions in no claim but rejected ones.
  case deducted
  /// All claims ever handed in = paid + queued + rejected.
  case handedIn
  /// The budgets = the account `programme:P:budget`.
  case budgetPosted
  /// What can still be given out = the account `programme:P:available`.
  case availablePosted
  /// What is open = the accounts `voucher:V`.
  case openPosted
  /// What is held = the accounts `held:V`.
  case heldPosted
  /// What is deducted and not paid = the account `programme:P:deducted`.
  case deductedPosted
  /// What is paid = the account `programme:P:paid`.
  case paidPosted
  /// What units can still claim or wait for = the accounts `claim:unit:P`.
  case claimsPosted
}

/// One check of a tie-out: two ways to the same sum, in fen.
public struct TieOutLine: Sendable, Hashable {
  /// The programme, or `nil` for all together.
  public let programme: Identifier?
  /// What is compared.
  public let check: TieOutCheck
  /// The sum the check names first.
  public let expected: Int128
  /// The sum it is compared with.
  public let found: Int128

  /// How much more is found than expected; zero when they agree.
  public var difference: Int128 { found - expected }
}

/// Whether the sums of programmes and vouchers agree with one another and with the postings, per programme and in all.
///
/// The lines for all also count accounts of programmes and vouchers that no programme known has.
public struct TieOut: Sendable, Hashable {
  /// Every check, by programme, those for all last.
  public let lines: [TieOutLine]

  /// Whether nothing differs.
  public var agrees: Bool { lines.allSatisfy { $0.difference == 0 } }

  init(_ programmes: [ProgrammeLiability], _ posted: VoucherPostings) {
    var lines: [TieOutLine] = []
    var (all, allKnown): ([TieOutCheck: Int128], [TieOutCheck: Int128]) = ([:], [:])
    for programme in programmes {
      let sums = posted.sums[programme.programme] ?? VoucherPostings.Sums()
      for check in TieOutCheck.allCases {
        let line = TieOutLine(
          programme: programme.programme, check: check, expected: check.expected(programme),
          found: check.folded(programme) ?? check.posted(sums))
        lines.append(line)
        all[check, default: 0] += line.expected
        allKnown[check, default: 0] += line.found
      }
    }
    for check in TieOutCheck.allCases {
      let found = check.isPosted ? check.posted(posted.all) : allKnown[check] ?? 0
      lines.append(TieOutLine(programme: nil, check: check, expected: all[check] ?? 0, found: found))
    }
    self.lines = lines
  }
}

extension TieOutCheck {
  /// Whether the other side is the postings.
  var isPosted: Bool {
    switch self {
    case .issued, .deducted, .handedIn: false
    default: true
    }
  }

  fileprivate func expected(_ programme: ProgrammeLiability) -> Int128 {
    switch self {
    case .issued: programme.issued
    case .deducted: programme.deducted
    case .handedIn: programme.handedIn
    case .budgetPosted: programme.budget
    case .availablePosted: programme.available
    case .openPosted: programme.open
    case .heldPosted: programme.held
    case .deductedPosted, .claimsPosted: programme.unclaimed + programme.queued
    case .paidPosted: programme.paid
    }
  }

  fileprivate func folded(_ programme: ProgrammeLiability) -> Int128? {
    switch self {
    case .issued:
      programme.open + programme.held + programme.deducted + programme.expired + programme.returned
        + programme.revoked
    case .deducted: programme.claimed + programme.unclaimed
    case .handedIn: programme.claimed + programme.rejected
    default: nil
    }
  }

  fileprivate func posted(_ sums: VoucherPostings.Sums) -> Int128 {
    switch self {
    case .budgetPosted: sums.budget
    case .availablePosted: sums.available
    case .openPosted: sums.open
    case .heldPosted: sums.held
    case .deductedPosted: sums.deducted
    case .paidPosted: sums.paid
    case .claimsPosted: sums.claims
    case .issued, .deducted, .handedIn: 0
    }
  }
}
