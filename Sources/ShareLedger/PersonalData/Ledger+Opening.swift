internal import Cryptography
internal import EventLog
public import EventModel
internal import Sharing

extension Ledger {
  /// Opens everything sealed about a subject, for a purpose that is recorded first.
  ///
  /// Every other answer of a ledger shows the pseudonym and the sealed value alone. This one appends `access.logged`, and
  /// only once that is durable is anything read with the key.
  ///
  /// - Parameters:
  ///   - subject: the pseudonym.
  ///   - keys: the store with its key; it must not lie within the ledger's directory.
  ///   - purpose: what for, without anything personal.
  ///   - actor: the party that is shown it.
  ///   - source: the system it asks through.
  /// - Returns: the values in order of valid time, then position.
  /// - Throws: ``PersonalDataError``; nothing was shown. A key the ledger says was destroyed is destroyed again.
  public func openSealed(
    about subject: Identifier, with keys: KeyStore, purpose: Text, by actor: Identifier, source: EventSource
  ) throws(PersonalDataError) -> [OpenedField] {
    do {
      try requireOutside(keys)
      try requireNotDestroyed(subject, keys)
      let key = try keys.key(of: subject)
      let access = try event(AccessLogged(subject: subject, purpose: purpose).payload, by: actor, source: source)
      try append([access])
      // A destruction may have been recorded before the access was.
      try requireNotDestroyed(subject, keys)
      let items = try ask { log in
        try log.history(of: Tag(.subject, subject), asOf: AsOf(valid: .last, known: log.head))
      }
      return try items.flatMap { try Ledger.fields(of: $0, about: subject, key) }
    } catch {
      throw PersonalDataError(error)
    }
  }

  private func requireNotDestroyed(_ subject: Identifier, _ keys: KeyStore) throws {
    guard let position = try keyDestruction(of: subject) else { return }
    try keys.destroy(subject)
    throw KeyFileError.destroyed(subject: subject, recordedAt: position)
  }

  private static func fields(
    of item: TimelineItem, about subject: Identifier, _ key: SubjectKey
  ) throws(KeyFileError) -> [OpenedField] {
    let (position, event) = (item.event.position, item.event.event)
    var fields: [OpenedField] = []
    for field in event.payload.data.sealedFields where field.value.subject == subject {
      let place = SealedPlace(event.type, field.name, of: subject)
      guard let text = Seal.open(field.value, at: place, with: key) else {
        throw .cannotBeOpened(at: position, field: field.name)
      }
      fields.append(
        OpenedField(
          position: position, validTime: event.validTime, type: event.type, retractedBy: item.retractedBy,
          field: field.name, text: text))
    }
    return fields
  }
}
