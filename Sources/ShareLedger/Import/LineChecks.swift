internal import EventModel
internal import LMDB

/// Looks for malformed lines on two threads: on one of its own, and on that of whoever reads the lines while it is behind.
final class LineChecks: Sendable {
  private struct State {
    var waiting: [[ImportLine]] = []
    var isClosed = false
    /// Whether the thread has lines under way.
    var isBusy = false
    /// What is wrong with the first bad line found so far.
    var error: InputError?
  }

  private static let waitingCountMax = 4

  private let state = Guarded(State())
  private let check: @Sendable (ImportLine) -> InputError?

  /// Checks lines with a function, which answers what is wrong with one.
  init(_ check: @escaping @Sendable (ImportLine) -> InputError?) throws {
    self.check = check
    _ = try WorkThread(name: "ledger-checker") { [self] in
      while let lines = next() {
        look(at: lines)
        state.update { $0.isBusy = false }
      }
    }
  }

  /// Takes lines that follow those before; answers whether none was found to be bad yet.
  func add(_ lines: [ImportLine]) -> Bool {
    let (isTaken, isGood) = state.update { state in
      if state.waiting.count < LineChecks.waitingCountMax {
        state.waiting.append(lines)
        return (true, state.error == nil)
      }
      return (false, state.error == nil)
    }
    if !isTaken { look(at: lines) }
    return isGood
  }

  /// Waits for what is under way.
  ///
  /// - Throws: what is wrong with the first bad line.
  func finish() throws(InputError) {
    state.update { $0.isClosed = true }
    while let lines = state.update({ $0.waiting.popLast() }) { look(at: lines) }
    let error = state.wait { $0.isBusy ? nil : .some($0.error) }
    if let error { throw error }
  }

  private func next() -> [ImportLine]? {
    state.wait { state -> [ImportLine]?? in
      if state.waiting.isEmpty { return state.isClosed ? .some(nil) : nil }
      state.isBusy = true
      return .some(state.waiting.removeFirst())
    }
  }

  private func look(at lines: [ImportLine]) {
    for line in lines {
      guard let error = check(line) else { continue }
      state.update { state in
        if state.error.map({ ($0.line ?? 0) > line.number }) ?? true { state.error = error }
      }
      return
    }
  }
}
