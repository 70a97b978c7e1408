internal import CLMDB

/// Who is inside an environment: any number of readers, one writer, or one thread that closes or reopens it alone.
///
/// A thread that reads may begin another read even while a closing waits, because the closing waits for that thread;
/// a thread that would wait for itself is refused instead (`nested`).
final class Gate: Sendable {
  /// What the environment is fit for.
  enum Condition: Sendable {
    case open
    /// A commit failed: reads go on, writes wait for `reopen`.
    case broken
    /// The files at the paths are not ours any more.
    case replaced
    case closed
  }

  private let monitor = Monitor()
  private let file: String
  nonisolated(unsafe) private var condition = Condition.open
  nonisolated(unsafe) private var readers: [CInt] = []
  nonisolated(unsafe) private var writer: CInt?
  nonisolated(unsafe) private var alone: CInt?
  nonisolated(unsafe) private var aloneIsActive = false
  nonisolated(unsafe) private var readCount: UInt64 = 0

  init(file: String) { self.file = file }

  /// Reads running now, and reads begun since the environment was opened.
  var counts: (running: Int, begun: UInt64) { monitor.withLock { unsafe (readers.count, readCount) } }

  func enterRead() throws(StorageFault) {
    let thread = clmdb_thread_id()
    try monitor.withLock { () throws(StorageFault) in
      while unsafe aloneIsActive || (alone != nil && !readers.contains(thread)) { monitor.wait() }
      guard unsafe condition != .closed else { throw fault(.closed, "read", "the environment is closed") }
      unsafe readers.append(thread)
      unsafe readCount += 1
    }
  }

  func leaveRead() {
    let thread = clmdb_thread_id()
    monitor.withLock {
      guard let place = unsafe readers.lastIndex(of: thread) else { return }
      unsafe readers.swapAt(place, readers.count - 1)
      unsafe readers.removeLast()
      if unsafe alone != nil, unsafe readers.isEmpty { monitor.broadcast() }
    }
  }

  func enterWrite() throws(StorageFault) {
    let thread = clmdb_thread_id()
    try monitor.withLock { () throws(StorageFault) in
      guard unsafe writer != thread else {
        throw fault(.nested, "write", "this thread is inside a write transaction already; it would wait for itself")
      }
      while unsafe writer != nil || (alone != nil && !readers.contains(thread)) { monitor.wait() }
      switch unsafe condition {
      case .open: unsafe writer = thread
      case .broken: throw fault(.needsReopen, "write", "an earlier commit failed; reopen the environment")
      case .replaced:
        throw fault(.storageReplaced, "write", "the file was replaced or removed; close and open the ledger again")
      case .closed: throw fault(.closed, "write", "the environment is closed")
      }
    }
  }

  func leaveWrite(_ new: Condition? = nil) {
    monitor.withLock {
      unsafe writer = nil
      if let new { unsafe condition = new }
      monitor.broadcast()
    }
  }

  /// Waits until nobody else is inside and runs the closure; its result is the new condition.
  func alone<E: Error>(_ operation: String, _ body: (Condition) throws(E) -> Condition) throws {
    let thread = clmdb_thread_id()
    try monitor.withLock { () throws(StorageFault) in
      guard unsafe writer != thread, unsafe !readers.contains(thread), unsafe alone != thread else {
        throw fault(.nested, operation, "this thread is inside a transaction; end it first")
      }
      while unsafe alone != nil { monitor.wait() }
      unsafe alone = thread
      while unsafe writer != nil || !readers.isEmpty { monitor.wait() }
      unsafe aloneIsActive = true
    }
    var result = monitor.withLock { unsafe condition }
    defer {
      monitor.withLock {
        unsafe condition = result
        unsafe alone = nil
        unsafe aloneIsActive = false
        monitor.broadcast()
      }
    }
    result = try body(result)
  }

  private func fault(_ code: StorageFault.Code, _ operation: String, _ message: String) -> StorageFault {
    StorageFault(code, file: file, operation: operation, message: message)
  }
}
