/// How an import goes about it.
public struct ImportOptions: Sendable, Hashable {
  /// How many events are recorded together, all or nothing.
  ///
  /// Few large lines make smaller batches: what is held in memory stays below ``batchByteCountMax``.
  public var batchCount = 10_000
  /// Record the good events and go on past bad lines, which go to the rejects file.
  public var continuesOnError = false
  /// Check every line and write nothing.
  public var isDryRun = false
  /// Keep positions, recorded times and batches as they stand in the lines: the result is the same ledger.
  public var isReplica = false
  /// Where lines that are not recorded are written with their reasons, as JSON lines; never overwritten; `-` is
  /// standard error.
  public var rejectsPath: String?

  /// The most bytes of lines a batch may have.
  public static let batchByteCountMax = 32 << 20

  /// Stops at the first bad line, in batches of 10,000.
  public init() {}
}

/// How far an import has come.
public struct ImportProgress: Sendable, Hashable {
  /// Checking comes first where the input can be read twice.
  public enum Stage: Sendable, Hashable {
    /// Every line is read and nothing is written.
    case checking
    /// Events are appended.
    case recording
  }

  /// What is being done.
  public var stage: Stage
  /// Lines read so far in this stage.
  public var lineCount: Int
  /// Bytes read so far in this stage.
  public var byteCount: Int
  /// Bytes of the whole input, when it is a file.
  public var totalByteCount: Int?
}
