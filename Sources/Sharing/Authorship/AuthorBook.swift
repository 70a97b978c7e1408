import Cryptography
import EventModel

/// The keys authors sign with, as far as they are recorded: the same judge for admission and for the audit.
///
/// Valid time does not matter to it: a key signs from the position that binds it up to the one that revokes it.
struct AuthorBook: Sendable {
  private struct Key: Sendable {
    let party: Identifier
    let publicKey: PublicKey
    let role: RoleName?
    var revokedAt: Position?
  }

  private var keys: [Identifier: Key] = [:]
  /// The parties in whose name nothing unsigned is recorded, and since when.
  private var signing: [Identifier: Position] = [:]

  /// No key yet.
  init() {}

  /// The keys of some events, whatever else these say.
  init(folding events: [RecordedEvent]) {
    for event in events { take(event) }
  }

  /// Takes an event into account that binds or revokes a key; a binding comes before its revocation.
  mutating func take(_ event: RecordedEvent) {
    switch event.event.payload {
    case .keyBound(let data):
      keys[data.key] = Key(party: data.party, publicKey: data.publicKey, role: data.role)
      if data.required {
        signing[data.party] = min(signing[data.party] ?? event.position, event.position)
      }
    case .keyRevoked(let data): keys[data.key]?.revokedAt = event.position
    default: break
    }
  }

  /// - Throws: ``Refusal`` when the event is signed wrongly, or not although it has to be.
  func check(_ event: Event) throws(Refusal) {
    guard let signature = event.signature else {
      if let since = signing[event.actor] { throw .signatureRequired(actor: event.actor, since: since) }
      return
    }
    guard let key = keys[signature.key] else { throw .signingKeyUnknown(signature.key) }
    guard key.party == event.actor else {
      throw .signingKeyOfAnotherParty(key: signature.key, party: key.party, actor: event.actor)
    }
    if let revokedAt = key.revokedAt { throw .signingKeyRevoked(key: signature.key, recordedAt: revokedAt) }
    if let role = key.role, RoleRules.neededRoles[event.type]?.contains(role) != true {
      throw .signingKeyOutsideRole(key: signature.key, role: role, event: event.type)
    }
    guard key.publicKey.signed(event) else { throw .signatureWrong(key: signature.key) }
  }
}
