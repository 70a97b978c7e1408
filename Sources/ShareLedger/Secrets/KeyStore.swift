internal import Cryptography
public import EventModel
internal import Synchronization

/// The keys of the subjects of personal data, in a file apart from every ledger and its backup.
///
/// ```swift
/// try KeyStore.create(at: "lab.keys")
/// let keys = try KeyStore(path: "lab.keys")
/// let contact = try keys.seal(Text("…"), about: person, in: .partyRegistered, field: "contact")
/// ```
///
/// What it seals can be read with this file alone. Several processes may use it; a value of this class is safe to share.
public final class KeyStore: Sendable {
  /// The file, as it was given.
  public let path: String
  private let file: Mutex<KeyFile>

  /// Makes an empty key store; nothing may be there.
  public static func create(at path: String) throws(KeyFileError) {
    do throws(FileFault) { try SecretFile.create(path, KeySlot.head) } catch { throw .file(error) }
  }

  /// Opens a key store.
  ///
  /// - Throws: ``KeyFileError`` when there is none, it is damaged, or others than its owner may read it.
  public init(path: String) throws(KeyFileError) {
    self.path = path
    file = Mutex(try KeyFile(path))
    _ = try subjects
  }

  /// The subjects it has, or had, a key of, in the order they came, and whether the key is there.
  public var subjects: [(subject: Identifier, hasKey: Bool)] {
    get throws(KeyFileError) {
      try locked { (file) throws(KeyFileError) in
        var subjects: [(subject: Identifier, hasKey: Bool)] = []
        for subject in file.subjects { subjects.append((subject, try file.slot(of: subject)?.key != nil)) }
        return subjects
      }
    }
  }

  /// Seals a text about a subject for one field of one event type; a subject that is new gets a key.
  ///
  /// Seal before the event is made, and keep the text nowhere else. The subject is a pseudonym drawn at random: a name, a
  /// number or the hash of one would tell who it is.
  ///
  /// - Throws: ``KeyFileError/notASealedField(_:field:)``, ``KeyFileError/destroyed(subject:recordedAt:)``, or what is
  ///   wrong with the file.
  public func seal(
    _ text: Text, about subject: Identifier, in type: EventType, field: String
  ) throws(KeyFileError) -> Sealed {
    guard type.fields.contains(where: { $0.name == field && $0.type == "sealed" }) else {
      throw .notASealedField(type, field: field)
    }
    let key = try locked { (file) throws(KeyFileError) in
      if let slot = try file.slot(of: subject) { return try Self.key(of: slot) }
      let secret = RandomBytes.make(SubjectKey.byteCount)
      let key = SubjectKey(secret)
      try file.put(KeySlot(subject: subject, key: secret, fingerprint: key.fingerprint))
      return key
    }
    do {
      return try Seal.seal(
        text, at: SealedPlace(type, field, of: subject), with: key,
        blinding: RandomBytes.make(Sealed.blindingByteCount), nonce: RandomBytes.make(Sealed.nonceByteCount))
    } catch {
      throw .malformed(path: path, reason: "sealing failed: \(error)")
    }
  }

  /// The key of a subject, to open what is sealed about it.
  func key(of subject: Identifier) throws(KeyFileError) -> SubjectKey {
    try locked { (file) throws(KeyFileError) in
      guard let slot = try file.slot(of: subject) else { throw .unknownSubject(subject) }
      return try Self.key(of: slot)
    }
  }

  /// Overwrites the key of a subject, durably, and keeps a fence in its place: the subject never gets a key again.
  func destroy(_ subject: Identifier) throws(KeyFileError) {
    try locked { (file) throws(KeyFileError) in
      var slot = try file.slot(of: subject) ?? .fence(subject)
      slot.key = nil
      try file.put(slot)
    }
  }

  /// Takes the keys of another file, all or none.
  ///
  /// - Parameters:
  ///   - path: a key store, such as an older copy of this one.
  ///   - isDestroyed: whether a ledger says that the key of a subject was destroyed.
  /// - Returns: the subjects whose keys were taken.
  func restore(
    from path: String, isDestroyed: (Identifier) throws -> Bool
  ) throws -> [Identifier] {
    var other = try KeyFile(path)
    var slots: [KeySlot] = []
    try other.locked { (other) throws(KeyFileError) in
      for subject in other.subjects { if let slot = try other.slot(of: subject) { slots.append(slot) } }
    }
    let recorded = Set(try slots.map(\.subject).filter(isDestroyed))
    return try locked { (file) throws(KeyFileError) in
      var mine: [Identifier: KeySlot] = [:]
      for subject in file.subjects { mine[subject] = try file.slot(of: subject) }
      let gone = Set(mine.values.filter { $0.key == nil }.map(\.fingerprint))
      let returning = slots.filter { slot in
        slot.key != nil
          && (recorded.contains(slot.subject) || mine[slot.subject].map { $0.key == nil } == true
            || gone.contains(slot.fingerprint))
      }
      if !returning.isEmpty { throw .returningKeys(returning.map(\.subject)) }
      for slot in slots {
        if let key = slot.key, let known = mine[slot.subject]?.key, known != key { throw .otherKey(slot.subject) }
      }
      let new = slots.filter { mine[$0.subject] == nil }
      for slot in new { try file.put(slot) }
      return new.filter { $0.key != nil }.map(\.subject)
    }
  }

  private static func key(of slot: KeySlot) throws(KeyFileError) -> SubjectKey {
    guard let key = slot.key else { throw .destroyed(subject: slot.subject, recordedAt: nil) }
    return SubjectKey(key)
  }

  private func locked<R: Sendable>(
    _ body: (inout KeyFile) throws(KeyFileError) -> R
  ) throws(KeyFileError) -> R {
    try file.withLock { (file) throws(KeyFileError) in try file.locked(body) }
  }
}
