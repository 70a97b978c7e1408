import Glibc
import LMDB

/// Divides numbered pieces of work among threads.
enum Workers {
  /// One thread a core.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Does every piece, each thread taking the next one left, and answers the results in order.
  ///
  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - threadCount: how many threads work, the caller's among them.
  ///   - body: does the piece of a number.
  /// - Throws: the error of the earliest piece that has one, once all threads have ended; pieces not begun are left.
  static func map<R: Sendable>(
    _ count: Int, threadCount: Int = coreCount, _ body: @escaping @Sendable (Int) throws -> R
  ) throws -> [R] {
    let shared = Guarded(Pieces<R>(results: Array(repeating: nil, count: count)))
    let work: @Sendable () -> Void = {
      while let piece = shared.update({ $0.take() }) {
        let result = Result { try body(piece) }
        shared.update { $0.finish(piece, result) }
      }
    }
    var threads: [WorkThread] = []
    defer { for thread in threads { thread.join() } }
    for _ in 1..<max(1, min(threadCount, count)) {
      threads.append(try WorkThread(name: "worker") { work() })
    }
    work()
    for thread in threads { thread.join() }
    let results = shared.update { pieces in
      defer { pieces.results = [] }
      return pieces.results
    }
    return try results.compactMap { try $0?.get() }
  }

  private struct Pieces<R: Sendable>: Sendable {
    var results: [Result<R, any Error>?]
    private var next = 0
    private var hasFailed = false

    init(results: [Result<R, any Error>?]) { self.results = results }

    mutating func take() -> Int? {
      guard next < results.count, !hasFailed else { return nil }
      defer { next += 1 }
      return next
    }

    mutating func finish(_ piece: Int, _ result: Result<R, any Error>) {
      results[piece] = result
      if case .failure = result { hasFailed = true }
    }
  }
}
