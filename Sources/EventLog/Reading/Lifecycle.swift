package import EventModel

extension LogReader {
  /// What happened to an entity in one group, known at a position, whenever it was true: from these events the
  /// timeline of any earlier as-of follows without reading the log again.
  ///
  /// Events taken back are part of it, each with the position of its retraction; retractions themselves are not.
  ///
  /// - Parameter types: only events of these types.
  /// - Returns: the events in order of valid time, then position.
  /// - Complexity: O(k log k) for the k events of the entity's group.
  package func lifecycle(
    of tag: Tag, _ group: EventGroup, types: Set<EventType>? = nil, known: Position
  ) throws -> [TimelineItem] {
    var items: [TimelineItem] = []
    var retractions: [Position] = []
    try derived.scan(.timelines, bucket: Keys.timeline(tag, group: group), known: known) { row in
      let entry = try TimelineEntry(row)
      if entry.type == .eventRetracted {
        retractions.append(entry.position)
      } else if types?.contains(entry.type) ?? true {
        items.append(TimelineItem(event: try event(at: entry.position), retractedBy: nil))
      }
      return true
    }
    for retraction in retractions {
      guard let target = try target(ofRetractionAt: retraction),
        let index = items.firstIndex(where: { $0.event.position == target })
      else { continue }
      items[index].retractedBy = retraction
    }
    return items.sorted { $0.precedes($1) }
  }
}

extension TimelineItem {
  /// Whether it comes earlier in order of valid time, then position.
  package func precedes(_ other: TimelineItem) -> Bool {
    let (left, right) = (event.event.validTime, other.event.event.validTime)
    return left != right ? left < right : event.position < other.event.position
  }
}
