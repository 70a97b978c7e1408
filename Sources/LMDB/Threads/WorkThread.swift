internal import Glibc

/// A thread of its own for work that blocks or computes for long: an LMDB write transaction belongs to the thread that
/// began it, and a flush or a replay would hold one of the few threads that run tasks.
@safe package final class WorkThread: Sendable {
  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let isDone: Guarded<Bool>

  /// Starts a detached thread that runs `body` once.
  ///
  /// - Throws: ``StorageFault`` (`system`) when the system has no thread left.
  package init(name: String, _ body: @escaping @Sendable () -> Void) throws(StorageFault) {
    let isDone = Guarded(false)
    self.isDone = isDone
    let start = Start {
      body()
      isDone.update { $0 = true }
    }
    var thread = pthread_t()
    let argument = unsafe Unmanaged.passRetained(start).toOpaque()
    let code = unsafe pthread_create(&thread, nil, workThreadMain, argument)
    guard code == 0 else {
      unsafe Unmanaged<Start>.fromOpaque(argument).release()
      throw StorageFault(
        .system(code), file: "", operation: "start thread \(name)", message: "the system has no thread left")
    }
    pthread_detach(thread)
  }

  /// Waits until the body has returned.
  package func join() {
    _ = isDone.wait { $0 ? true : nil }
  }

  fileprivate static func run(_ argument: UnsafeMutableRawPointer?) {
    guard let argument = unsafe argument else { return }
    unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
  }
}

private func workThreadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  unsafe WorkThread.run(argument)
  return nil
}
