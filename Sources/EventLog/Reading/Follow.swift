public import EventModel

/// The events after a position and then, without end, those recorded from now on, in order of position.
///
/// It works the same for events written by this process and by another: when it has caught up it looks for a new head
/// every `pollInterval`. Every element is durable. It ends when its task is cancelled.
public struct LiveEvents: AsyncSequence, Sendable {
  /// A recorded event.
  public typealias Element = RecordedEvent

  let log: EventLog
  let after: Position
  let pollInterval: Duration

  /// Reads the log a slice at a time.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private static let sliceCount: UInt64 = 1_000
    private let log: EventLog
    private let pollInterval: Duration
    private var slice: [RecordedEvent] = []
    private var index = 0
    private var last: Position

    init(_ sequence: LiveEvents) {
      log = sequence.log
      pollInterval = sequence.pollInterval
      last = sequence.after
    }

    /// The next event; waits for it when there is none yet, and is `nil` once the task is cancelled.
    public mutating func next() async throws -> RecordedEvent? {
      while index == slice.count {
        if Task.isCancelled { return nil }
        try refill()
        if slice.isEmpty {
          do { try await Task.sleep(for: pollInterval) } catch { return nil }
        }
      }
      defer { index += 1 }
      return slice[index]
    }

    private mutating func refill() throws {
      var events: [RecordedEvent] = []
      let (from, end) = (last.next, Position(last.number + AsyncIterator.sliceCount))
      try log.read { reader in
        guard from <= reader.head else { return }
        try reader.scan(from...Swift.min(end, reader.head)) { view in
          events.append(try view.recordedEvent())
          return true
        }
      }
      slice = events
      index = 0
      if let newest = events.last { last = newest.position }
    }
  }

  /// Starts after the sequence's position.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

extension EventLog {
  /// The events after a position and all that follow.
  package func follow(after position: Position, pollInterval: Duration = .milliseconds(20)) -> LiveEvents {
    LiveEvents(log: self, after: position, pollInterval: pollInterval)
  }
}
