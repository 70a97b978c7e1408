import EventModel

extension Timelines {
  /// Two timelines of one entity as one, in order of valid time, then position.
  static func merging(_ left: [RecordedEvent], _ right: [RecordedEvent]) -> [RecordedEvent] {
    if right.isEmpty { return left }
    return (left + right).sorted { left, right in
      left.event.validTime != right.event.validTime
        ? left.event.validTime < right.event.validTime : left.position < right.position
    }
  }
}
