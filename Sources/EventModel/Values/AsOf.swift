/// The two times of every answer: what was true by `valid`, as the ledger knew it at `known`.
///
/// Always resolved: `known` is a position of the log, so that the same question gives the same answer for ever.
public struct AsOf: Sendable, Hashable {
  /// Facts with a valid time at or before this instant count.
  public let valid: Instant
  /// Facts recorded at or before this position count.
  public let known: Position

  /// Fixes both times.
  public init(valid: Instant, known: Position) {
    self.valid = valid
    self.known = known
  }
}
