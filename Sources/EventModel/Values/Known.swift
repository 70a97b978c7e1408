/// How a question may name what the ledger knew, before the log resolves it to a position.
public enum Known: Sendable, Hashable {
  /// Everything recorded so far.
  case head
  /// Everything recorded at or before the position.
  case position(Position)
  /// Everything recorded at or before the instant.
  case instant(Instant)
}
