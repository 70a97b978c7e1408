import EventModel

/// What a resource is: the fields of its acquisition, as later updated.
struct ResourceFacts: Hashable {
  var resource: Identifier
  var unit: Identifier
  var kind: ResourceKind
  var name: Text
  var classCode: Identifier?
  var funding: [Funding]
  var acceptedOn: Day
  var source: AcquisitionSource
  var location: Text?
  var model: Text?
  var manufacturer: Text?
  /// The integrator's own properties.
  var attributes: [Text: Text]

  init(_ data: ResourceAcquired) {
    resource = data.resource
    unit = data.unit
    kind = data.kind
    name = data.name
    classCode = data.classCode
    funding = data.funding
    acceptedOn = data.acceptedOn
    source = data.source
    location = data.location
    model = data.model
    manufacturer = data.manufacturer
    attributes = Dictionary((data.attributes ?? []).map { ($0.name, $0.value) }) { _, last in last }
  }

  /// Sets a property, or clears it when there is no value.
  ///
  /// - Throws: ``Refusal/illegalValue(field:value:)`` when the property cannot have the value, or not be cleared.
  mutating func set(_ field: ResourceField, to value: Text?) throws(Refusal) {
    switch field {
    case .name:
      guard let value else { throw .illegalValue(field: "name", value: "null") }
      name = value
    case .classCode: classCode = try value.map(ResourceFacts.classCode)
    case .location: location = value
    case .model: model = value
    case .manufacturer: manufacturer = value
    case .attribute(let name): attributes[name] = value
    }
  }

  private static func classCode(_ text: Text) throws(Refusal) -> Identifier {
    do {
      return try Identifier(text.string)
    } catch {
      throw .illegalValue(field: "classCode", value: error.value)
    }
  }
}
