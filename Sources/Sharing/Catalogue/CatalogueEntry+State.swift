import EventModel

extension CatalogueEntry {
  /// Puts together what the resource's timeline, its duty and its owner's name say.
  init(
    _ state: ResourceState, _ facts: ResourceFacts, duty: Duty, customs: CustomsState, unitName: Text?,
    on day: Day,
    lineage: [Position]
  ) {
    self.init(
      resource: facts.resource, name: facts.name, unit: facts.unit, unitName: unitName, kind: facts.kind,
      classCode: facts.classCode, className: facts.classCode.flatMap { ClassCodes.name(of: $0) },
      originalValue: state.values.last?.value, funding: facts.funding, isInScope: duty.isInScope,
      mustOpen: duty.mustOpen, acceptedOn: facts.acceptedOn, registeredOn: state.registeredOn,
      openedOn: duty.openedOn, dueOn: duty.dueOn, daysLate: duty.daysLate, isOverdue: duty.isOverdue,
      mode: state.mode, weeklyHours: state.weeklyHours, status: state.status, customs: customs,
      location: facts.location, model: facts.model, manufacturer: facts.manufacturer,
      attributes: facts.attributes.sorted { $0.key < $1.key }.map { Attribute(name: $0.key, value: $0.value) },
      exemption: state.exemption(on: day), isEnrolledVoluntarily: state.isEnrolledVoluntarily, lineage: lineage)
  }
}
