public import TransparencyLog

/// The ledger does not continue a tree head that was signed or kept before: it was restored from an older copy, went on
/// differently, or is another ledger.
public struct Fork: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was signed or kept.
  public let kept: TreeHead
  /// What the ledger has at that size, or its whole tree where it is smaller.
  public let found: TreeHead

  /// Both sizes and both roots.
  public var description: String {
    let what = "the checkpoint has size \(kept.size) and root \(kept.root)"
    return found.size < kept.size
      ? "the ledger has shrunk: \(what), the ledger size \(found.size) and root \(found.root)"
      : "the ledger is a fork: \(what), the ledger at size \(found.size) root \(found.root)"
  }
}
