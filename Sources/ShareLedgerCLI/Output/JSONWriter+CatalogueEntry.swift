import EventModel
import ShareLedger

extension JSONWriter {
  /// A row of the catalogue with every field; what is absent is `null`.
  mutating func entry(_ entry: CatalogueEntry) {
    beginObject()
    member("resource", entry.resource.text)
    for field in CatalogueField.fixed { member(field, of: entry) }
    key("attributes")
    beginArray()
    for attribute in entry.attributes { attribute.write(to: &self) }
    endArray()
    key("lineage")
    beginArray()
    for position in entry.lineage { string("\(position)") }
    endArray()
    endObject()
  }

  private mutating func member(_ field: CatalogueField, of entry: CatalogueEntry) {
    switch field {
    case .originalValue: member(field.name, entry.originalValue?.amount)
    case .weeklyHours: member(field.name, entry.weeklyHours?.value)
    case .daysLate: member(field.name, entry.daysLate.map { Int64($0) })
    case .isInScope: member(field.name, entry.isInScope)
    case .mustOpen: member(field.name, entry.mustOpen)
    case .isOverdue: member(field.name, entry.isOverdue)
    case .isEnrolledVoluntarily: member(field.name, entry.isEnrolledVoluntarily)
    case .funding:
      key(field.name)
      beginArray()
      for funding in entry.funding { funding.write(to: &self) }
      endArray()
    default: member(field.name, field.value(in: entry))
    }
  }
}
