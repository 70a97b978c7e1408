public import EventModel
public import TransparencyLog

/// How a question may name what the ledger knew, before the log resolves it to a position.
public enum Known: Sendable, Hashable {
  /// Everything recorded so far.
  case head
  /// Everything recorded at or before the position.
  case position(Position)
  /// Everything recorded at or before the instant.
  case instant(Instant)
  /// Everything under a tree head that was kept elsewhere, such as a checkpoint's: it is answered only when the ledger's
  /// own tree of that size has the same root.
  case checkpoint(TreeHead)
}
