/// The data files this process has open.
///
/// LMDB keeps POSIX record locks, which belong to the process: closing a second environment on the same files drops
/// the first one's locks, after which its readers see garbage without an error. So there is never a second one.
enum OpenFiles {
  private static let monitor = Monitor()
  nonisolated(unsafe) private static var keys: Set<FileIdentity.Key> = []

  /// Enters a file; throws `alreadyOpen` when it is there.
  static func enter(_ key: FileIdentity.Key, path: String) throws(StorageFault) {
    guard monitor.withLock({ unsafe keys.insert(key).inserted }) else {
      throw StorageFault(
        .alreadyOpen, file: path, operation: "open",
        message: "this process has the file open already; use the environment it has")
    }
  }

  /// Removes a file after its environment is closed.
  static func leave(_ key: FileIdentity.Key) {
    monitor.withLock { _ = unsafe keys.remove(key) }
  }
}
