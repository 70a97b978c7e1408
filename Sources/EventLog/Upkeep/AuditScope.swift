public import TransparencyLog

/// How much of a log an audit reads, and what it is compared with.
public struct AuditScope: Sendable {
  /// A tree of this log that is trusted: only what is behind it is read. `nil` reads everything.
  public var trusted: TreeHead?
  /// Trees the records have to give: those of signed checkpoints.
  public var heads: [TreeHead] = []
  /// How many threads work; one a core when `nil`.
  public var threadCount: Int?
  /// Called by any thread with how much is done.
  public var progress: (@Sendable (AuditProgress) -> Void)?

  /// Everything, compared with itself.
  public init(trusted: TreeHead? = nil, heads: [TreeHead] = []) {
    self.trusted = trusted
    self.heads = heads
  }
}

/// How far an audit is, in units of work that take about the same time each.
public struct AuditProgress: Sendable {
  /// What is done.
  public let doneCount: UInt64
  /// What there is to do in all.
  public let totalCount: UInt64

  /// The share that is done, from 0 to 1.
  public var share: Double { totalCount == 0 ? 1 : Double(doneCount) / Double(totalCount) }
}
