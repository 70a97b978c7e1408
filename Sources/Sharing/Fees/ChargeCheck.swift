package import EventLog
public import EventModel

/// A charge held against the usage it is for and the standard in force at service time.
///
/// Whatever is found, the charge was recorded: a price is the unit's to set and to answer for. A charge that was
/// adjusted to what the standard says, or reversed, has nothing left to find.
public struct ChargeCheck: Sendable, Hashable {
  /// The charge as recorded.
  public let charge: ChargeAssessed
  /// What it comes to after adjustments, in fen; 0 once reversed.
  public let standing: Int64
  /// What the standard in force says; absent when there is no quote.
  public let quote: Quote?
  /// What is wrong, in a fixed order; empty when nothing is.
  public let findings: [ChargeFinding]
  /// The events it rests on, in rising order: the charge's own, and those of the quote.
  public let positions: [Position]

  /// Checks one charge.
  ///
  /// - Returns: `nil` when the charge is not known in the view.
  /// - Complexity: O(events of the charge, its usage and booking, and the standards of its resource).
  package init?(_ charge: Identifier, _ log: LogReader, asOf: AsOf) throws {
    var checking = ChargeChecking(asOf)
    guard let check = try checking.check(charge, log) else { return nil }
    self = check
  }

  init(_ state: ChargeState, _ charge: ChargeAssessed, _ quote: Result<Quote, NoQuote>, _ positions: [Position]) {
    self.charge = charge
    standing = state.total
    switch quote {
    case .success(let quote):
      self.quote = quote
      findings = state.isReversed ? [] : ChargeCheck.findings(state, charge, quote)
      self.positions = Set(positions + quote.positions).sorted()
    case .failure(let reason):
      self.quote = nil
      findings = state.isReversed ? [] : [ChargeFinding(reason)]
      self.positions = positions
    }
  }

  private static func findings(_ state: ChargeState, _ charge: ChargeAssessed, _ quote: Quote) -> [ChargeFinding] {
    var (charged, standing, quoted) = (ComponentSums(), ComponentSums(), ComponentSums())
    for line in charge.lines { charged.add(line.amount.amount, to: line.component) }
    for line in state.lines { standing.add(line.amount, to: line.component) }
    for line in quote.lines { quoted.add(line.amount.amount, to: line.line.component) }
    return ChargeFinding.all(
      named: charge.standard, inForce: quote.standard, charged: charged, standing: standing, quoted: quoted)
  }
}

extension ChargeFinding {
  init(_ reason: NoQuote) {
    switch reason {
    case .usageUnknown: self = .usageUnknown
    case .usageVoided: self = .usageVoided
    case .noStandardInForce: self = .chargeWithoutStandard
    case .amountTooLarge: self = .quoteTooLarge
    }
  }
}
