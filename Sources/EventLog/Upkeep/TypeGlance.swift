import EventModel
import LMDB

/// Where the records of a stretch say that they are of types a judge asks for: none is checked.
///
/// Damage can only hide or feign a position here; it is named where every record is read.
struct TypeGlance: Sendable {
  private(set) var deciding: [Position] = []
  private(set) var reviewed: [Position] = []

  /// - Complexity: O(events); a few nanoseconds each.
  init(_ judge: any RecordJudge, _ positions: ClosedRange<UInt64>, _ reader: Reader) throws {
    let (deciding, reviewed) = (judge.decidingTypes, judge.reviewedTypes)
    let codes = Set((deciding.union(reviewed)).map(\.rawValue)).sorted()
    guard !codes.isEmpty else { return }
    var cursor = try reader.cursor(Tables.log)
    var entry = try cursor.seek(atOrAfter: positions.lowerBound)
    if entry?.integerKey != positions.lowerBound {
      let before = entry == nil ? try cursor.last() : try cursor.previous()
      entry = try before == nil ? cursor.first() : before
    }
    while let found = entry, found.integerKey <= positions.upperBound {
      if let segment = try? Segment(first: Position(found.integerKey), value: found.value) {
        for index in 0..<segment.count {
          let position = Position(segment.first.number + UInt64(index))
          guard positions.contains(position.number), let code = try? segment.uncheckedTypeCode(index),
            codes.contains(code), let type = EventType(rawValue: code)
          else { continue }
          if deciding.contains(type) { self.deciding.append(position) }
          if reviewed.contains(type) { self.reviewed.append(position) }
        }
      }
      entry = try cursor.next()
    }
  }
}
