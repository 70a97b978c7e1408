public import EventModel

/// One thing a row of the catalogue says.
public enum CatalogueField: Sendable, Hashable {
  case name, unit, unitName, kind, classCode, className, originalValue, funding, isInScope, mustOpen, acceptedOn
  case registeredOn, openedOn, dueOn, daysLate, isOverdue, mode, weeklyHours, status, customs, location, model
  case manufacturer, exemption, isEnrolledVoluntarily
  /// A property of the integrator's own.
  case attribute(Text)

  /// Every field but the integrator's own properties.
  public static let fixed: [CatalogueField] = [
    .name, .unit, .unitName, .kind, .classCode, .className, .originalValue, .funding, .isInScope, .mustOpen,
    .acceptedOn, .registeredOn, .openedOn, .dueOn, .daysLate, .isOverdue, .mode, .weeklyHours, .status, .customs,
    .location, .model, .manufacturer, .exemption, .isEnrolledVoluntarily,
  ]

  /// The field's name in outputs; an own property is `attributes.` and its name.
  public var name: String {
    if case .attribute(let name) = self { "attributes." + name.string } else { "\(self)" }
  }

  /// The field's value in a row as text: amounts in fen, durations in seconds, `nil` when absent.
  public func value(in entry: CatalogueEntry) -> String? {
    switch self {
    case .name: entry.name.string
    case .unit: entry.unit.text
    case .unitName: entry.unitName?.string
    case .kind: entry.kind.wireName
    case .classCode: entry.classCode?.text
    case .className: entry.className
    case .originalValue: entry.originalValue?.description
    case .funding: entry.funding.map { "\($0.source.wireName) \($0.amount)" }.joined(separator: ", ")
    case .isInScope: entry.isInScope.description
    case .mustOpen: entry.mustOpen.description
    case .acceptedOn: entry.acceptedOn.description
    case .registeredOn: entry.registeredOn?.description
    case .openedOn: entry.openedOn?.description
    case .dueOn: entry.dueOn?.description
    case .daysLate: entry.daysLate?.description
    case .isOverdue: entry.isOverdue.description
    case .mode: entry.mode?.wireName
    case .weeklyHours: entry.weeklyHours?.description
    case .status: entry.status.wireName
    case .customs: entry.customs.description
    case .location: entry.location?.string
    case .model: entry.model?.string
    case .manufacturer: entry.manufacturer?.string
    case .exemption: entry.exemption?.wireName
    case .isEnrolledVoluntarily: entry.isEnrolledVoluntarily.description
    case .attribute(let name): entry.attributes.first { $0.name == name }?.value.string
    }
  }
}
