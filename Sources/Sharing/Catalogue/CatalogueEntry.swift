public import EventModel

/// One resource as the catalogue shows it: its facts, the duty to open it and how the unit met that duty.
public struct CatalogueEntry: Sendable, Hashable {
  /// The resource's id.
  public var resource: Identifier
  /// The name shown to people.
  public var name: Text
  /// The party that owns it.
  public var unit: Identifier
  /// The owner's name; absent when the owner was not registered by then.
  public var unitName: Text?
  /// What kind of resource it is (art. 3).
  public var kind: ResourceKind
  /// The instrument class, national or the unit's own.
  public var classCode: Identifier?
  /// The class's name, if the national classification has the code.
  public var className: String?
  /// The original value in fen; absent for resources without one.
  public var originalValue: Fen?
  /// Who paid for it.
  public var funding: [Funding]
  /// Whether the regulation concerns it: equipment by its original value, other kinds always (art. 3).
  public var isInScope: Bool
  /// Whether it must be open: in scope, any fiscal money in it, not exempted (art. 5).
  public var mustOpen: Bool
  /// The day of acceptance.
  public var acceptedOn: Day
  /// The day it was first reported to the platform.
  public var registeredOn: Day?
  /// The day it was opened to others, under the duty that counts now (art. 4).
  public var openedOn: Day?
  /// The last day for reporting and opening it (art. 12); absent without a deadline.
  public var dueOn: Day?
  /// Days past the deadline until it was both reported and open, or until the day asked about; 0 in time.
  public var daysLate: Int?
  /// Whether it is past its deadline and still not both reported and open.
  public var isOverdue: Bool
  /// To whom it is open; absent while nobody said.
  public var mode: SharingMode?
  /// How long it is open in a week.
  public var weeklyHours: Seconds?
  /// The condition it is in.
  public var status: ResourceStatus
  /// Whether customs supervises it (art. 18).
  public var customs: CustomsState
  /// Where it stands.
  public var location: Text?
  /// The maker's model.
  public var model: Text?
  /// The maker.
  public var manufacturer: Text?
  /// The integrator's own properties, in order of name.
  public var attributes: [Attribute]
  /// Why it need not be open, if it is exempted (art. 5).
  public var exemption: ExemptionGround?
  /// Whether its unit opened it of its own will (art. 5).
  public var isEnrolledVoluntarily: Bool
  /// The events the row rests on, in rising order.
  public var lineage: [Position]

  /// The newest event the row rests on.
  public var lastChanged: Position { lineage.last ?? .zero }
}
