import EventLog
import EventModel

/// Makes tables of what was counted.
struct DisclosureReading {
  /// A class of resources of one unit.
  private struct Key: Hashable, Comparable {
    let classCode: String
    let unit: Identifier

    /// The class for readers; those without one have none.
    var name: String? { classCode.isEmpty ? nil : classCode }

    static func < (left: Key, right: Key) -> Bool {
      left.classCode.utf8.elementsEqual(right.classCode.utf8)
        ? left.unit < right.unit : left.classCode.utf8.lexicographicallyPrecedes(right.classCode.utf8)
    }
  }

  private let question: DisclosureQuestion
  private let asOf: AsOf
  private let state: DisclosureState
  /// The place of each resource in the tables, by its number in the state.
  private var keys: [UInt32: Key] = [:]
  private var resources: [Key: (count: Int, inScope: Int, open: Int)] = [:]

  init(_ state: DisclosureState, _ question: DisclosureQuestion, asOf: AsOf) throws {
    (self.state, self.question, self.asOf) = (state, question, asOf)
    let kept = KeptTimelines(state.kept)
    var published: [RecordedEvent] = []
    try kept.forEach(.policy) { published += $1 }
    let (policy, day) = (PolicyBook(published).policy(on: asOf.valid.day), asOf.valid.day)
    try kept.forEach(.resource) { id, events in
      let resource = ResourceState(folding: events)
      guard let facts = resource.facts, question.unit.map({ $0 == facts.unit }) ?? true else { return }
      let key = Key(classCode: String((facts.classCode?.text ?? "").prefix(question.classDigits)), unit: facts.unit)
      var counts = resources[key] ?? (0, 0, 0)
      counts.count += 1
      if Duty.isInScope(facts.kind, resource.value(on: day), policy) { counts.inScope += 1 }
      if resource.mode == .external { counts.open += 1 }
      resources[key] = counts
      var name: [UInt8] = []
      name.append(id)
      if let number = state.resources.number(of: name.span.bytes) { keys[number] = key }
    }
  }

  func disclosure() -> Disclosure {
    Disclosure(
      asOf: asOf, question: question,
      resources: resources.sorted { $0.key < $1.key }.map { key, counts in
        DisclosedResources(
          classCode: key.name, unit: key.unit, count: counts.count, inScopeCount: counts.inScope,
          openCount: counts.open)
      }, sides: UsageSide.allCases.map(side))
  }

  /// One side's table with totals in the last row and the last column, and what of it may be published.
  private func side(_ side: UsageSide) -> DisclosedSide {
    var table = UseOfClasses(
      classes: Array(Set(keys.values.map(\.classCode))), units: Array(Set(keys.values.map(\.unit))))
    for (cell, sums) in state.sums where cell & 1 == UInt32(side.rawValue & 1) {
      if let key = keys[cell >> 1] { table.add(sums, key.classCode, key.unit) }
    }
    for (key, count) in state.uses where count > 0 && UInt32(key >> 32) & 1 == UInt32(side.rawValue & 1) {
      if let place = keys[UInt32(key >> 33)] {
        table.add(user: UInt32(truncatingIfNeeded: key), place.classCode, place.unit)
      }
    }
    return table.side(side, usersMin: question.usersMin)
  }
}
