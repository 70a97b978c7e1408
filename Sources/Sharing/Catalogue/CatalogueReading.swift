import EventLog
import EventModel

/// Makes rows from timelines, with what rows share read once.
struct CatalogueReading {
  private struct UnitName {
    let name: Text?
    let positions: [Position]
  }

  private let policies: PolicyBook
  private let asOf: AsOf
  private var unitNames: [Identifier: UnitName] = [:]

  init(policies: PolicyBook, asOf: AsOf) {
    self.policies = policies
    self.asOf = asOf
  }

  /// The row of a resource; `nil` while it is not acquired.
  mutating func entry(of resource: Identifier, _ log: borrowing LogReader) throws -> CatalogueEntry? {
    let timeline = try log.timeline(of: Tag(.resource, resource), .resources, asOf: asOf)
    let state = ResourceState(folding: timeline)
    guard let facts = state.facts else { return nil }
    let unit = try unitName(of: facts.unit, log)
    let day = asOf.valid.day
    return CatalogueEntry(
      state, facts, duty: Duty(state, policies: policies, on: day),
      customs: state.customs.state(on: day, policies: policies), unitName: unit.name, on: day,
      lineage: Set(timeline.map(\.position) + unit.positions + policies.positions).sorted())
  }

  private mutating func unitName(of unit: Identifier, _ log: borrowing LogReader) throws -> UnitName {
    if let known = unitNames[unit] { return known }
    let timeline = try log.timeline(of: Tag(.party, unit), .parties, asOf: asOf).filter(PartyState.decidesName)
    let found = UnitName(name: PartyState(folding: timeline).name, positions: timeline.map(\.position))
    unitNames[unit] = found
    return found
  }
}
