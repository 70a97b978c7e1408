public import EventModel
internal import Glibc
internal import Sharing

extension Ledger {
  /// Where it is recorded that the key of a subject was destroyed, or `nil` while it was not.
  public func keyDestruction(of subject: Identifier) throws(LedgerError) -> Position? {
    try ask { try $0.firstPosition(of: .subjectKeyDestroyed, concerning: Tag(.subject, subject)) }
  }

  /// Makes everything sealed about a subject unreadable for good: records `subject.keyDestroyed`, then overwrites the key.
  ///
  /// No record, sum or proof changes. Whatever stopped it, it is simply called again: what is recorded is not recorded
  /// twice, and the key is overwritten.
  ///
  /// - Parameters:
  ///   - destruction: whose key, on what request, asked for and approved by whom: two different parties.
  ///   - keys: the store with the key; it must not lie within the ledger's directory.
  ///   - actor: the party that answers for it.
  ///   - source: the system it works through.
  /// - Returns: where it is recorded.
  /// - Throws: ``PersonalDataError``. Unless it is a fault of the key file, the key is as it was.
  @discardableResult
  public func destroyKey(
    _ destruction: SubjectKeyDestroyed, in keys: KeyStore, by actor: Identifier, source: EventSource
  ) throws(PersonalDataError) -> Position {
    do {
      try requireOutside(keys)
      let position: Position
      if let recorded = try keyDestruction(of: destruction.subject) {
        position = recorded
      } else {
        // A mistyped subject would be recorded for ever.
        _ = try keys.key(of: destruction.subject)
        let event = try event(destruction.payload, by: actor, source: source)
        position = try append([event])[0].position
      }
      try keys.destroy(destruction.subject)
      return position
    } catch {
      throw PersonalDataError(error)
    }
  }

  /// Takes the keys of an older copy of a key store, all or none; a key that was destroyed does not return.
  ///
  /// - Returns: the subjects whose keys were taken.
  /// - Throws: ``KeyFileError/returningKeys(_:)`` when this ledger or the store says that a key was destroyed,
  ///   ``KeyFileError/otherKey(_:)`` when a subject would get a second one.
  @discardableResult
  public func restoreKeys(from path: String, into keys: KeyStore) throws(PersonalDataError) -> [Identifier] {
    do {
      try requireOutside(keys)
      return try keys.restore(from: path) { try keyDestruction(of: $0) != nil }
    } catch {
      throw PersonalDataError(error)
    }
  }

  /// Destroys every key that this ledger says was destroyed: what an interrupted destruction left, or an older copy of
  /// the key store brought back.
  ///
  /// - Returns: the subjects whose keys were there and are not any more.
  /// - Complexity: O(subjects of the store).
  @discardableResult
  public func finishDestructions(in keys: KeyStore) throws(PersonalDataError) -> [Identifier] {
    do {
      try requireOutside(keys)
      let returned = try keys.subjects.filter { try $0.hasKey && keyDestruction(of: $0.subject) != nil }
      for entry in returned { try keys.destroy(entry.subject) }
      return returned.map(\.subject)
    } catch {
      throw PersonalDataError(error)
    }
  }

  /// - Throws: ``KeyFileError/insideLedger(path:ledger:)`` for a key store that every copy of the ledger would hold.
  func requireOutside(_ keys: KeyStore) throws(KeyFileError) {
    let (file, directory) = (try Ledger.realPath(keys.path), try Ledger.realPath(path))
    if file.hasPrefix(directory + "/") { throw .insideLedger(path: keys.path, ledger: path) }
  }

  private static func realPath(_ path: String) throws(KeyFileError) -> String {
    guard let resolved = realpath(path, nil) else { throw .file(.last("examine", path)) }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
