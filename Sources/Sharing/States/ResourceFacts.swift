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

  /// Any money of the state, central or local, makes opening a duty (art. 5).
  var hasFiscalFunding: Bool {
    funding.contains { ($0.source == .central || $0.source == .local) && $0.amount > .zero }
  }

  /// A field with a home of its own that an update may name; every other name is an own property.
  enum Field: String, CaseIterable {
    case name, classCode, acceptedOn, location, model, manufacturer

    /// Whether the field may be absent.
    var isOptional: Bool { self != .name && self != .acceptedOn }
  }

  /// Sets or clears a field.
  ///
  /// - Throws: ``ValueError`` when the text is no value of the field; clearing a field that must be there does nothing.
  mutating func set(_ name: Text, to value: Text?) throws(ValueError) {
    switch Field(rawValue: name.string) {
    case .name: self.name = value ?? self.name
    case .classCode: classCode = try value.map { (text) throws(ValueError) in try Identifier(text.string) }
    case .acceptedOn: acceptedOn = try value.map { (text) throws(ValueError) in try Day(iso: text.string) } ?? acceptedOn
    case .location: location = value
    case .model: model = value
    case .manufacturer: manufacturer = value
    case nil: attributes[name] = value
    }
  }
}
