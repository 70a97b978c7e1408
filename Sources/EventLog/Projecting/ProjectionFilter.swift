import EventModel

/// Which events a projector is given: of its types, true by V, not taken back by K, and no retractions themselves.
struct ProjectionFilter: Sendable {
  private let valid: Instant
  /// By type code; `nil` for all types.
  private let isWanted: [Bool]?
  /// The positions taken back, rising.
  private let retracted: [UInt64]

  init(valid: Instant, types: Set<EventType>?, retracted: [UInt64]) {
    self.valid = valid
    self.retracted = retracted
    isWanted = types.map { types in
      let last = types.map(\.rawValue).max() ?? 0
      return (0...last).map { code in EventType(rawValue: code).map(types.contains) ?? false }
    }
  }

  /// Where in the list of retracted positions a scan from a position on starts.
  func place(from position: Position) -> Int {
    var (low, high) = (0, retracted.count)
    while low < high {
      let middle = (low + high) / 2
      if retracted[middle] < position.number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an event counts; positions have to rise from call to call of one scan.
  func admits(_ event: EventView, _ place: inout Int) -> Bool {
    if place < retracted.count, event.position.number == retracted[place] {
      place += 1
      return false
    }
    let code = Int(event.typeCode)
    if let isWanted, code >= isWanted.count || !isWanted[code] { return false }
    return event.validTime <= valid && code != Int(EventType.eventRetracted.rawValue)
  }
}
