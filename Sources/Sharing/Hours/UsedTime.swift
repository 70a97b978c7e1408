public import EventModel

/// Time of use and time without, in seconds, and the events that counted it.
public struct UsedTime: Sendable, Hashable {
  /// Use by others than the owner's people.
  public internal(set) var externalSeconds: Int128 = 0
  /// Use by the owner's people.
  public internal(set) var internalSeconds: Int128 = 0
  /// Outages.
  public internal(set) var outageSeconds: Int128 = 0
  /// Maintenance.
  public internal(set) var maintenanceSeconds: Int128 = 0
  /// The usages, corrections and outages behind it, in rising order.
  public internal(set) var positions: [Position] = []

  /// All use: the effective hours of an assessment (art. 20).
  public var usedSeconds: Int128 { externalSeconds + internalSeconds }

  /// Adds what an account of hours or idle time counted.
  mutating func add(_ seconds: Int128, to part: String) {
    switch part {
    case UsageSide.external.wireName: externalSeconds += seconds
    case UsageSide.internal.wireName: internalSeconds += seconds
    case "outage": outageSeconds += seconds
    case "maintenance": maintenanceSeconds += seconds
    default: break
    }
  }

  mutating func add(_ other: UsedTime) {
    externalSeconds += other.externalSeconds
    internalSeconds += other.internalSeconds
    outageSeconds += other.outageSeconds
    maintenanceSeconds += other.maintenanceSeconds
    positions += other.positions
  }

  mutating func sortPositions() { positions = Set(positions).sorted() }
}

/// The time of one resource in the books of one unit.
public struct ResourceHours: Sendable, Hashable {
  /// The resource.
  public let resource: Identifier
  /// Its time.
  public let time: UsedTime
}

/// The time and the services of one unit in a period.
public struct UnitHours: Sendable, Hashable {
  /// The unit.
  public let unit: Identifier
  /// Its resources that were used or idle, in order of id.
  public let resources: [ResourceHours]
  /// All of them together.
  public let time: UsedTime
  /// How many services others got; a service counts on the day it became true.
  public let externalServices: Int128
  /// How many services the unit's own people got.
  public let internalServices: Int128
}
