import EventModel
import LMDB

/// The one thread that writes: it takes every queued request, commits them together and then answers each.
///
/// A flush costs more than everything else, so waiting requests share one (group commit). A request is atomic by
/// itself, and is answered only after the commit that holds it is durable.
final class Writer: Sendable {
  /// How many events one commit takes before it leaves the rest of the queue to the next.
  static let commitCountMax = 16_384

  private struct Request: Sendable {
    let work: AppendWork
    let answer: @Sendable ([AppendResult]) -> Void
  }

  private struct Queue {
    var requests: [Request] = []
    /// Whether there may be merged runs to store.
    var isMerged = false
    /// Whether nothing is left to do.
    var isIdle = false
    var isClosed = false
  }

  private let queue = Guarded(Queue())
  private let thread: WorkThread
  private let directory: String

  init(environment: Environment, admission: Admission, memory: RowMemory) throws {
    let queue = queue
    directory = environment.directory
    let start = try environment.read { reader in
      let head = try LogReader.storedHead(reader)
      let last = head == .zero ? nil : try LogReader(reader).event(at: head).recordedTime
      return (head, last)
    }
    thread = try WorkThread(name: "ledger-writer") {
      let commits = Commits(
        environment: environment, admission: admission, memory: memory,
        pending: PendingEvents(after: start.0, lastRecordedTime: start.1),
        whenMerged: { queue.update { $0.isMerged = true } })
      while let requests = Writer.next(queue, isMerging: commits.isMerging) {
        if requests.isEmpty {
          commits.settle()
        } else {
          let answers = commits.commit(requests.map(\.work))
          for (request, results) in zip(requests, answers) { request.answer(results) }
        }
        commits.tidy()
      }
    }
  }

  /// Queues work; `answer` is called on the writer's thread once the work is durable or nothing of it was written.
  func submit(_ work: AppendWork, answer: @escaping @Sendable ([AppendResult]) -> Void) {
    let isQueued = queue.update { queue in
      if queue.isClosed { return false }
      queue.requests.append(Request(work: work, answer: answer))
      return true
    }
    if !isQueued {
      let fault = StorageFault(
        .closed, file: directory, operation: "append", message: "the ledger has been closed")
      answer(Array(repeating: .failure(.fault(fault)), count: max(work.count, 1)))
    }
  }

  /// Waits until what was queued is answered and all rows that can be are in runs.
  func waitUntilIdle() { queue.wait { $0.isIdle && $0.requests.isEmpty ? () : nil } }

  /// Answers what is queued, settles what can be, then ends the thread.
  func close() {
    queue.update { $0.isClosed = true }
    thread.join()
  }

  /// What to do next: requests, none of them when there are merged runs to store, or `nil` at the end.
  private static func next(_ queue: Guarded<Queue>, isMerging: Bool) -> [Request]? {
    queue.update { $0.isIdle = $0.requests.isEmpty && !$0.isMerged && !isMerging }
    return queue.wait { queue -> [Request]?? in
      if queue.requests.isEmpty {
        if queue.isMerged {
          (queue.isMerged, queue.isIdle) = (false, false)
          return .some([])
        }
        return queue.isClosed && !isMerging ? .some(nil) : nil
      }
      var (count, taken) = (0, 0)
      for request in queue.requests where count < commitCountMax {
        count += request.work.count
        taken += 1
      }
      queue.isIdle = false
      let requests = Array(queue.requests[..<taken])
      queue.requests.removeFirst(taken)
      return .some(requests)
    }
  }
}
