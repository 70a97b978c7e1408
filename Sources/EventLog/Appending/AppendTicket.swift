import EventModel
import LMDB

/// A request that was handed to the writer and is not answered yet.
package struct AppendTicket: Sendable {
  private let answer: Guarded<[AppendResult]?>

  /// Hands work to the writer.
  init(_ work: AppendWork, _ writer: Writer) {
    let answer = Guarded<[AppendResult]?>(nil)
    self.answer = answer
    writer.submit(work) { results in answer.update { $0 = results } }
  }

  /// The answer to a request without events.
  init() { answer = Guarded([]) }

  /// Holds the calling thread until the request is durable or refused; one answer an event.
  package func wait() -> [AppendResult] { answer.wait { $0 } }
}
