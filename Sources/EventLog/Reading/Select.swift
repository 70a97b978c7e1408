package import EventModel

extension LogReader {
  /// Calls `body` with every selected event, in the selection's direction, until it answers `false`.
  ///
  /// When every alternative names a tag, only the timelines of those tags are read; otherwise the log is scanned and
  /// events of other types are passed over without being decoded.
  package func select(_ selection: EventSelection, _ body: (RecordedEvent) throws -> Bool) throws {
    guard let range = try positions(of: selection) else { return }
    if let query = selection.query, query.everyItemHasTags {
      var found = try taggedPositions(query, in: range)
      if selection.direction == .backward { found.reverse() }
      for position in found {
        let event = try event(at: position)
        if selection.admits(event.event.validTime), query.matches(event.event), try !body(event) { return }
      }
      return
    }
    let types = selection.query?.possibleTypes
    let visit: (EventView) throws -> Bool = { view in
      if let types, !(view.type.map(types.contains) ?? false) { return true }
      guard selection.admits(view.validTime) else { return true }
      let event = try view.recordedEvent()
      if let query = selection.query, !query.matches(event.event) { return true }
      return try body(event)
    }
    switch selection.direction {
    case .forward: try scan(range, visit)
    case .backward: try scanBackward(range, visit)
    }
  }

  /// The oldest event after a position that matches, pending ones included.
  package func firstMatch(_ query: EventQuery, after position: Position) throws -> Position? {
    guard position < head else { return nil }
    if query.everyItemHasTags {
      for found in try taggedPositions(query, in: position.next...head) {
        if query.matches(try event(at: found).event) { return found }
      }
      return nil
    }
    var first: Position?
    try select(EventSelection(query: query, positions: position.next...head)) {
      first = $0.position
      return false
    }
    return first ?? pending?.firstMatch(query, after: position)
  }

  /// The positions of events that carry the first tag of some alternative: candidates, in rising order.
  private func taggedPositions(_ query: EventQuery, in range: ClosedRange<Position>) throws -> [Position] {
    var found: Set<Position> = []
    for item in query.items {
      guard let tag = item.tags.first else { continue }
      let groups = item.types.isEmpty ? Set(EventGroup.allCases) : Set(item.types.map(\.group))
      let retractions = item.types.isEmpty || item.types.contains(.eventRetracted)
      for group in retractions ? Set(EventGroup.allCases) : groups {
        try derived.scan(.timelines, bucket: Keys.timeline(tag, group: group), known: range.upperBound) { row in
          if row.position >= range.lowerBound { found.insert(row.position) }
          return true
        }
      }
    }
    return found.sorted()
  }

  /// The positions a selection can lie in, or `nil` when there are none.
  private func positions(of selection: EventSelection) throws -> ClosedRange<Position>? {
    var (low, high) = (max(selection.positions.lowerBound, Position(1)), min(selection.positions.upperBound, head))
    if let recorded = selection.recorded {
      high = min(high, try position(recordedBy: recorded.upperBound))
      if let before = try? Instant(microseconds: recorded.lowerBound.microseconds - 1) {
        low = max(low, try position(recordedBy: before).next)
      }
    }
    return low <= high ? low...high : nil
  }
}

extension EventSelection {
  func admits(_ validTime: Instant) -> Bool { valid?.contains(validTime) ?? true }
}
