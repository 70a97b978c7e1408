/// A value that threads share: changed under a lock, waited for without spinning.
@safe package final class Guarded<State>: @unchecked Sendable {
  private let monitor = Monitor()
  private var state: State

  /// Starts with a value.
  package init(_ state: sending State) {
    self.state = state
  }

  /// Changes the value and wakes every waiting thread.
  @discardableResult
  package func update<R>(_ body: (inout State) -> R) -> R {
    monitor.withLock {
      defer { monitor.broadcast() }
      return body(&state)
    }
  }

  /// Blocks the calling thread until `body` answers something; it is asked again after every change.
  package func wait<R>(until body: (inout State) -> R?) -> R {
    monitor.withLock {
      while true {
        if let result = body(&state) { return result }
        monitor.wait()
      }
    }
  }
}
