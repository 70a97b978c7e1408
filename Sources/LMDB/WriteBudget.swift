/// How many bytes one write transaction may add before a limit is reached.
///
/// The pages a transaction will need are not known before its commit, so the bytes put are counted instead: an estimate
/// that stops a runaway transaction early, not an exact account. The exact size is looked at when the next one begins.
@usableFromInline struct WriteBudget {
  /// Which limit is the nearer one.
  enum Limit { case quota, disk }

  @usableFromInline let file: String
  private let limit: Limit
  private let limitBytes: Int
  private let startBytes: Int
  private var leftBytes: Int

  /// Measures file and disk.
  ///
  /// - Parameters:
  ///   - usedBytes: What the file's pages take now.
  ///   - freeBytes: What the disk has free; `nil` when unknown, which sets no limit.
  init(file: String, usedBytes: Int, freeBytes: Int?, options: EnvironmentOptions) {
    self.file = file
    let quotaLeft = options.quotaBytes - usedBytes
    let diskLeft = freeBytes.map { $0 - options.reserveBytes } ?? .max
    limit = quotaLeft <= diskLeft ? .quota : .disk
    limitBytes = limit == .quota ? options.quotaBytes : options.reserveBytes
    startBytes = limit == .quota ? usedBytes : freeBytes ?? 0
    leftBytes = min(quotaLeft, diskLeft)
  }

  /// Whether nothing may be added any more.
  var isSpent: Bool { leftBytes <= 0 }

  /// Takes bytes off; false when there are too few left.
  mutating func take(_ bytes: Int) -> Bool {
    leftBytes -= bytes
    return leftBytes >= 0
  }

  /// The fault of the limit that was reached.
  func fault(_ operation: String) -> StorageFault {
    switch limit {
    case .quota:
      StorageFault(
        .quotaReached, file: file, operation: operation,
        message: "the file has \(startBytes) bytes and this write passes its quota of \(limitBytes); raise the quota")
    case .disk:
      StorageFault(
        .diskFull, file: file, operation: operation,
        message: "\(startBytes) bytes are free and \(limitBytes) must stay free; make room on the disk")
    }
  }
}
