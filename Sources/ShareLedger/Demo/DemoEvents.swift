public import EventModel

/// The events of a ``Demo``, made one after the other as they are asked for.
///
/// Memory holds the city, the visits under way and what is planned: some tens of megabytes for a million events. A copy
/// goes on from the same place by itself.
public struct DemoEvents: Sendable {
  private let eventCount: Int
  private var city: DemoCity
  private var taken = 0
  private var count = 0

  init(_ demo: Demo) throws(ValueError) {
    eventCount = demo.eventCount
    city = try DemoCity(demo)
  }

  /// The next event with the position, recorded time and batch it gets when it is recorded in batches of
  /// ``Demo/batchCount``; `nil` after the last.
  public mutating func next() throws(ValueError) -> RecordedEvent? {
    guard count < eventCount else { return nil }
    if taken == city.outbox.count {
      city.outbox.removeAll(keepingCapacity: true)
      taken = 0
      while city.outbox.isEmpty { try city.proceed() }
    }
    let entry = city.outbox[taken]
    taken += 1
    let index = count % Demo.batchCount
    let batch = Batch(index: UInt32(index), length: UInt32(min(Demo.batchCount, eventCount - count + index)))
    count += 1
    return RecordedEvent(
      position: Position(UInt64(count)), recordedTime: try Instant(microseconds: entry.recorded), batch: batch,
      event: entry.event)
  }
}
