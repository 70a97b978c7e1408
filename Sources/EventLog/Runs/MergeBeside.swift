import LMDB

/// A merge on a thread of its own, beside the one that writes.
///
/// It reads the runs in a transaction of its own: what is settled does not change before the merged runs are stored.
final class MergeBeside: Sendable {
  let settling: Settling
  private let result = Guarded<Result<[MergedRun], any Error>?>(nil)

  /// Begins to merge; `whenDone` is called on the merging thread.
  init(_ environment: Environment, _ settling: Settling, whenDone: @escaping @Sendable () -> Void) throws {
    self.settling = settling
    let result = result
    _ = try WorkThread(name: "ledger-merger") {
      let merged = Result { try environment.read { try settling.merged($0) } }
      result.update { $0 = merged }
      whenDone()
    }
  }

  /// The merged runs, or `nil` while they are not finished.
  var runs: [MergedRun]? {
    get throws { try result.update { $0 }?.get() }
  }

  /// Whether the merge is over, well or not.
  var isDone: Bool { result.update { $0 != nil } }

  /// Waits for the merged runs.
  func wait() throws -> [MergedRun] { try result.wait { $0 }.get() }
}
