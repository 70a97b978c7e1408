import Foundation
import ShareLedger
import Testing

/// A ledger with money and a sealed contact of the subject `s-1`, and its key store beside it.
struct PersonalWorld {
  /// Stands nowhere but in what is sealed.
  static let canary = "王小明 13800005f0c2a91"
  static let source = "urn:test"

  let folder: TemporaryFolder
  let keys: KeyStore
  var path: String { folder("lab") }
  var keysPath: String { folder("lab.keys") }

  init() throws {
    folder = try SmallLedger().folder
    try KeyStore.create(at: folder("lab.keys"))
    keys = try KeyStore(path: folder("lab.keys"))
    let ledger = try open()
    try ledger.append([registered("u7", about: "s-1", Self.canary), registered("u8", about: "s-2", "other")])
    try ledger.append([
      event(PartyRegistered(party: Identifier("x-desk"), kind: .organisation, name: Text("desk")).payload)
    ])
    try ledger.close()
  }

  func open(_ access: Ledger.Access = .writing) throws -> Ledger { try Ledger(path: path, access: access) }

  func event(_ payload: EventPayload, id: String = UUID().uuidString, actor: String = "x-A") throws -> Event {
    Event(
      id: try Identifier(id), source: try EventSource(Self.source),
      validTime: try Instant(rfc3339: "2024-02-01T10:00:00+08:00"), actor: try Identifier(actor), payload: payload)
  }

  /// A user with a sealed contact.
  func registered(_ party: String, about subject: String, _ text: String) throws -> Event {
    let contact = try keys.seal(Text(text), about: Identifier(subject), in: .partyRegistered, field: "contact")
    return try event(PartyRegistered(party: Identifier(party), kind: .user, contact: contact).payload)
  }

  func texts(_ subject: String = "s-1", of ledger: Ledger) throws -> [String] {
    try ledger.openSealed(
      about: Identifier(subject), with: keys, purpose: Text("complaint C-17"), by: Identifier("x-desk"),
      source: EventSource(Self.source)
    ).map(\.text.string)
  }

  static func destruction(of subject: String = "s-1") throws -> SubjectKeyDestroyed {
    SubjectKeyDestroyed(
      subject: try Identifier(subject), requestHash: try ContentHash(String(repeating: "0f", count: 32)),
      requestedBy: try Identifier("x-desk"), approvedBy: try Identifier("x-A"))
  }

  @discardableResult
  func destroy(_ subject: String = "s-1", in ledger: Ledger, keys: KeyStore? = nil) throws -> Position {
    try ledger.destroyKey(
      Self.destruction(of: subject), in: keys ?? self.keys, by: Identifier("x-A"), source: EventSource(Self.source))
  }

  /// Why the ledger refuses the event, or `nil` when it does not.
  static func refusal(of event: Event, by ledger: Ledger) throws -> Refusal? {
    do throws(AppendError) {
      try ledger.append([event])
    } catch {
      guard case .refused(_, let refusal) = error else { throw error }
      return refusal
    }
    return nil
  }

  /// The bytes of the key of a subject, as the file has them.
  func secret(slot: Int = 1) throws -> [UInt8] { Array(try folder.read("lab.keys")[256 * slot + 66..<256 * slot + 98]) }
}

/// The error the closure must throw, as the key file's.
func keyError(_ body: () throws -> Void) throws -> KeyFileError {
  do {
    try body()
  } catch PersonalDataError.keys(let error) {
    return error
  } catch let error as KeyFileError {
    return error
  }
  throw NothingThrown()
}

private struct NothingThrown: Error {}
