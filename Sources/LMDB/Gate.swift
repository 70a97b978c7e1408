internal import CLMDB

/// Who is inside an environment: any number of readers, one writer, or one thread that closes or reopens it alone.
///
/// A thread that is inside already may begin another read even while a closing waits, because the closing waits for
/// that thread; a thread that would wait for itself is refused instead (`nested`).
final class Gate: Sendable {
  /// What the environment is fit for.
  enum Condition: Sendable {
    case open
    /// A commit failed: reads go on, writes need `reopen`.
    case broken
    /// A reopening failed: nothing goes on but another `reopen`.
    case stopped
    /// The files at the paths are not ours any more: reads go on.
    case replaced
    case closed
  }

  private let monitor = Monitor()
  private let file: String
  // All guarded by the monitor.
  nonisolated(unsafe) private var condition = Condition.open
  nonisolated(unsafe) private var readers: [CInt] = []
  nonisolated(unsafe) private var writer: CInt?
  nonisolated(unsafe) private var alone: CInt?
  nonisolated(unsafe) private var readCount: UInt64 = 0

  init(file: String) { self.file = file }

  /// Reads running now, and reads begun since the environment was opened.
  var counts: (running: Int, begun: UInt64) { monitor.withLock { unsafe (readers.count, readCount) } }

  func enterRead() throws(StorageFault) {
    let thread = clmdb_thread_id()
    try monitor.withLock { () throws(StorageFault) in
      while isBarred(thread) { monitor.wait() }
      switch unsafe condition {
      case .open, .broken, .replaced: break
      case .stopped: throw fault(.needsReopen, "read", "reopening failed; reopen the environment")
      case .closed: throw fault(.closed, "read", "the environment is closed")
      }
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
      if unsafe alone != nil { monitor.broadcast() }
    }
  }

  func enterWrite() throws(StorageFault) {
    let thread = clmdb_thread_id()
    try monitor.withLock { () throws(StorageFault) in
      guard unsafe writer != thread else {
        throw fault(.nested, "write", "this thread is inside a write transaction already; it would wait for itself")
      }
      while unsafe writer != nil || isBarred(thread) { monitor.wait() }
      switch unsafe condition {
      case .open: unsafe writer = thread
      case .broken, .stopped: throw fault(.needsReopen, "write", "an earlier commit failed; reopen the environment")
      case .replaced:
        throw fault(.storageReplaced, "write", "the files were replaced or removed; close and open the ledger again")
      case .closed: throw fault(.closed, "write", "the environment is closed")
      }
    }
  }

  func leaveWrite(_ new: Condition?) {
    monitor.withLock {
      unsafe writer = nil
      if let new { unsafe condition = new }
      monitor.broadcast()
    }
  }

  /// Waits until nobody else is inside and runs the closure, which may change the condition.
  func alone<E: Error>(_ operation: String, _ body: (inout Condition) throws(E) -> Void) throws {
    let thread = clmdb_thread_id()
    var current = try monitor.withLock { () throws(StorageFault) in
      guard unsafe writer != thread, unsafe !readers.contains(thread), unsafe alone != thread else {
        throw fault(.nested, operation, "this thread is inside a transaction; end it first")
      }
      while unsafe alone != nil { monitor.wait() }
      unsafe alone = thread
      while unsafe writer != nil || !readers.isEmpty { monitor.wait() }
      return unsafe condition
    }
    defer {
      monitor.withLock {
        unsafe condition = current
        unsafe alone = nil
        monitor.broadcast()
      }
    }
    try body(&current)
  }

  /// Whether a thread must wait for one that is, or will be, alone.
  private func isBarred(_ thread: CInt) -> Bool {
    unsafe alone != nil && writer != thread && !readers.contains(thread)
  }

  private func fault(_ code: StorageFault.Code, _ operation: String, _ message: String) -> StorageFault {
    StorageFault(code, file: file, operation: operation, message: message)
  }
}
