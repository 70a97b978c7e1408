package import EventLog
public import EventModel

/// A standard and the resources it is in force for on some day.
public struct StandardInForce: Sendable, Hashable {
  /// The standard.
  public let standard: FeeStandard
  /// Those of its resources that no other standard has taken over, in order of id.
  public let resources: [Identifier]
}

/// Every fee standard published by V and not retracted, as known at K.
///
/// In force for a resource on a day is the one that covers it, holds on that day and took effect last; of two with the
/// same first day the one published later.
package struct FeeBook: Sendable {
  /// All standards, in order of id.
  package let standards: [FeeStandard]
  /// Which of them cover a resource, the one that counts first.
  private let covering: [Identifier: [Int]]

  /// Reads all standards.
  ///
  /// - Complexity: O(standards, and rows of the charges by them, which are passed over).
  package init(_ log: LogReader, asOf: AsOf) throws {
    var standards: [FeeStandard] = []
    for id in try log.derived.entities(.standard, .money, known: asOf.known) {
      let events = try log.timeline(of: Tag(.standard, id), .money, types: FeeBook.types, asOf: asOf)
      if let standard = FeeStandard(folding: events) { standards.append(standard) }
    }
    self.init(standards)
  }

  /// Reads the standards that cover one resource.
  ///
  /// A withdrawal repeats the standard's resources, so the resource's own timeline tells it all.
  ///
  /// - Complexity: O(standards of the resource, and rows of its charges, which are passed over).
  package init(_ log: LogReader, resource: Identifier, asOf: AsOf) throws {
    let events = try log.timeline(of: Tag(.resource, resource), .money, types: FeeBook.types, asOf: asOf)
    let byStandard = Dictionary(grouping: events) { $0.event.payload.tags.first?.id }
    self.init(byStandard.values.compactMap { FeeStandard(folding: $0) })
  }

  private static let types: Set<EventType> = [.feeStandardPublished, .feeStandardWithdrawn]

  init(_ standards: [FeeStandard]) {
    let sorted = standards.sorted { $0.standard < $1.standard }
    var covering: [Identifier: [Int]] = [:]
    for index in sorted.indices {
      for resource in Set(sorted[index].resources) { covering[resource, default: []].append(index) }
    }
    for resource in covering.keys { covering[resource]?.sort { sorted[$0].replaces(sorted[$1]) } }
    self.standards = sorted
    self.covering = covering
  }

  /// The standard in force for a resource on a day, if there is one.
  package func standard(for resource: Identifier, on day: Day) -> FeeStandard? {
    inForce(for: resource, on: day).map { standards[$0] }
  }

  /// The standards in force on a day for at least one resource, in order of id.
  package func standards(on day: Day) -> [StandardInForce] {
    var resources: [Int: [Identifier]] = [:]
    for resource in covering.keys {
      if let index = inForce(for: resource, on: day) { resources[index, default: []].append(resource) }
    }
    return resources.sorted { $0.key < $1.key }.map {
      StandardInForce(standard: standards[$0.key], resources: $0.value.sorted())
    }
  }

  /// One standard, whether in force or not.
  package subscript(_ id: Identifier) -> FeeStandard? { standards.first { $0.standard == id } }

  /// The places in ``standards`` of those that cover a resource, the one that counts first.
  func places(covering resource: Identifier) -> [Int] { covering[resource] ?? [] }

  private func inForce(for resource: Identifier, on day: Day) -> Int? {
    covering[resource]?.first { standards[$0].holds(on: day) }
  }
}
