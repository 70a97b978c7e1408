/// What a log looked like at one moment: how many leaves it had and the root over them.
///
/// Signed and given an origin, it is a ``Checkpoint``.
public struct TreeHead: Sendable, Hashable {
  /// The largest size any text may name, 2^63 − 1: what every implementation keeps exactly.
  public static let sizeMax = UInt64(Int64.max)
  /// The head of a log without leaves.
  public static let empty = TreeHead(size: 0, root: .ofEmptyTree)

  /// The number of leaves.
  public let size: UInt64
  /// The root over them (RFC 6962 §2.1).
  public let root: TreeHash

  /// Names a size and its root.
  public init(size: UInt64, root: TreeHash) {
    self.size = size
    self.root = root
  }
}
