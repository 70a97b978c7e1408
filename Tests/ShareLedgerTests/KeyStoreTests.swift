import Foundation
import ShareLedger
import Testing

@Suite struct `The key store` {
  private let world: PersonalWorld

  init() throws { world = try PersonalWorld() }

  private func copyKeys(to name: String) throws -> String {
    try FileManager.default.copyItem(atPath: world.keysPath, toPath: world.folder(name))
    return world.folder(name)
  }

  /// Puts an older copy in the place of the store, as one who restores a backup without asking.
  private func putBack(_ copy: String) throws {
    try FileManager.default.removeItem(atPath: world.keysPath)
    try FileManager.default.copyItem(atPath: copy, toPath: world.keysPath)
  }

  @Test func `is its owner's only and refuses to be anything else`() throws {
    let mode = try FileManager.default.attributesOfItem(atPath: world.keysPath)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: world.keysPath)
    #expect(try keyError { _ = try KeyStore(path: world.keysPath) } == .notPrivate(path: world.keysPath, mode: 0o640))
  }

  @Test func `is never made where something is, nor out of nothing`() throws {
    let before = try world.folder.read("lab.keys")
    #expect(throws: KeyFileError.self) { try KeyStore.create(at: world.keysPath) }
    #expect(try world.folder.read("lab.keys") == before)
    #expect(throws: KeyFileError.self) { try KeyStore(path: world.folder("none.keys")) }
    #expect(!world.folder.exists("none.keys"))
    #expect(world.folder.names.filter { $0.contains("partial") } == [])
  }

  @Test func `does not lie within the ledger`() throws {
    let ledger = try world.open()
    defer { try? ledger.close() }
    let inside = world.path + "/lab.keys"
    try FileManager.default.copyItem(atPath: world.keysPath, toPath: inside)
    let keys = try KeyStore(path: inside)
    #expect(
      try keyError { try world.destroy(in: ledger, keys: keys) } == .insideLedger(path: inside, ledger: world.path))
    #expect(try keyError { try ledger.finishDestructions(in: keys) } == .insideLedger(path: inside, ledger: world.path))
    #expect(try ledger.keyDestruction(of: Identifier("s-1")) == nil)
  }

  @Test func `keeps a fence in the place of a destroyed key`() throws {
    let ledger = try world.open()
    let secret = try world.secret()
    #expect(secret.contains { $0 != 0 })
    try world.destroy(in: ledger)
    try ledger.close()
    #expect(try world.secret().allSatisfy { $0 == 0 })
    #expect(try world.secret(slot: 2).contains { $0 != 0 })
    let subjects = try KeyStore(path: world.keysPath).subjects
    #expect(subjects.map(\.subject.text) == ["s-1", "s-2"])
    #expect(subjects.map(\.hasKey) == [false, true])
  }

  @Test func `sees what another process made or destroyed`() throws {
    let other = try KeyStore(path: world.keysPath)
    let ledger = try world.open()
    defer { try? ledger.close() }
    try world.destroy(in: ledger, keys: other)
    #expect(
      try keyError { _ = try world.registered("u9", about: "s-1", "x") }
        == .destroyed(subject: Identifier("s-1"), recordedAt: nil))
    let new = try other.seal(Text("third"), about: Identifier("s-3"), in: .partyRegistered, field: "contact")
    try ledger.append([world.event(PartyRegistered(party: Identifier("u9"), kind: .user, contact: new).payload)])
    #expect(try world.texts("s-3", of: ledger) == ["third"])
  }

  @Test func `takes no destroyed key from an older copy, and nothing else with it`() throws {
    let copy = try copyKeys(to: "old.keys")
    let ledger = try world.open()
    defer { try? ledger.close() }
    try world.destroy(in: ledger)
    let returning = KeyFileError.returningKeys([try Identifier("s-1")])
    #expect(try keyError { try ledger.restoreKeys(from: copy, into: world.keys) } == returning)
    // Not into a new store either, which knows nothing of the destruction: the ledger does.
    try KeyStore.create(at: world.folder("new.keys"))
    let new = try KeyStore(path: world.folder("new.keys"))
    #expect(try keyError { try ledger.restoreKeys(from: copy, into: new) } == returning)
    #expect(try new.subjects.isEmpty)
    // Nor under another name: the store knows the key by its fingerprint.
    var bytes = try world.folder.read("old.keys")
    bytes.replaceSubrange(258..<261, with: Array("s-7".utf8))
    let renamed = try world.folder.file("renamed.keys", repaired(bytes, slot: 1))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: renamed)
    #expect(
      try keyError { try ledger.restoreKeys(from: renamed, into: world.keys) }
        == .returningKeys([Identifier("s-7")]))
  }

  @Test func `put back as an older copy loses the key again before anything is shown`() throws {
    let copy = try copyKeys(to: "old.keys")
    let ledger = try world.open()
    defer { try? ledger.close() }
    let position = try world.destroy(in: ledger)
    let destroyed = KeyFileError.destroyed(subject: try Identifier("s-1"), recordedAt: position)
    try putBack(copy)
    #expect(try world.secret().contains { $0 != 0 })
    let head = try ledger.head()
    #expect(try keyError { _ = try world.texts(of: ledger) } == destroyed)
    #expect(try world.secret().allSatisfy { $0 == 0 })
    #expect(try ledger.head() == head)
    // What such a copy seals is refused by the ledger.
    try putBack(copy)
    let sealed = try world.registered("u9", about: "s-1", "again")
    #expect(
      try PersonalWorld.refusal(of: sealed, by: ledger)
        == .subjectKeyDestroyed(subject: Identifier("s-1"), recordedAt: position))
    #expect(try ledger.finishDestructions(in: world.keys).map(\.text) == ["s-1"])
    #expect(try world.secret().allSatisfy { $0 == 0 })
    #expect(try ledger.finishDestructions(in: world.keys).isEmpty)
  }

  @Test func `finishes a destruction that was interrupted after it was recorded`() throws {
    let ledger = try world.open()
    defer { try? ledger.close() }
    let position = try #require(
      try ledger.append([world.event(PersonalWorld.destruction().payload)]).first
    ).position
    #expect(try world.secret().contains { $0 != 0 })
    #expect(try world.destroy(in: ledger) == position)
    #expect(try world.secret().allSatisfy { $0 == 0 })
  }

  @Test func `comes back whole from its backup`() throws {
    let copy = try copyKeys(to: "old.keys")
    try KeyStore.create(at: world.folder("new.keys"))
    let new = try KeyStore(path: world.folder("new.keys"))
    let ledger = try world.open()
    defer { try? ledger.close() }
    #expect(try ledger.restoreKeys(from: copy, into: new).map(\.text) == ["s-1", "s-2"])
    #expect(try world.folder.read("new.keys") == world.folder.read("lab.keys"))
    #expect(try ledger.restoreKeys(from: copy, into: new).isEmpty, "they are there")
    try KeyStore.create(at: world.folder("other.keys"))
    let other = try KeyStore(path: world.folder("other.keys"))
    _ = try other.seal(Text("x"), about: Identifier("s-2"), in: .partyRegistered, field: "contact")
    #expect(try keyError { try ledger.restoreKeys(from: copy, into: other) } == .otherKey(Identifier("s-2")))
  }

  @Test func `tells damage from what was never finished`() throws {
    let bytes = try world.folder.read("lab.keys")
    func opened(_ bytes: [UInt8]) throws -> [String] {
      let path = try world.folder.file("changed.keys", bytes)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      return try KeyStore(path: path).subjects.map(\.subject.text)
    }
    #expect(try opened(bytes + bytes.suffix(100)) == ["s-1", "s-2"])
    #expect(try opened(bytes + Array(repeating: 0, count: 256)) == ["s-1", "s-2"])
    #expect(try opened(Array(bytes.prefix(400))) == [])
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x10
      #expect(throws: KeyFileError.self, "byte \(index)") { try opened(changed) }
    }
    #expect(throws: KeyFileError.self) { try opened([]) }
    #expect(throws: KeyFileError.self) { try opened(Array(bytes.prefix(256)) + bytes[512..<768] + bytes[256..<512]) }
  }

  @Test func `seals only for fields that are sealed`() throws {
    let subject = try Identifier("s-1")
    for (type, field) in [(EventType.partyRegistered, "name"), (.usageRecorded, "contact")] {
      #expect(
        try keyError { _ = try world.keys.seal(Text("x"), about: subject, in: type, field: field) }
          == .notASealedField(type, field: field))
    }
  }

  @Test func `gives every sealed value bytes of its own`() throws {
    let values = try (0..<50).map { _ in
      try world.keys.seal(Text("same"), about: Identifier("s-1"), in: .partyRegistered, field: "contact")
    }
    #expect(Set(values.map(\.blinding)).count == 50)
    #expect(Set(values.map(\.nonce)).count == 50)
    #expect(Set(values.map(\.ciphertext)).count == 50)
  }

  /// The bytes with the checksum of a slot made right again.
  private func repaired(_ bytes: [UInt8], slot: Int) -> [UInt8] {
    var bytes = bytes
    let start = 256 * slot
    let checksum = Checksum.crc32c(Array(bytes[start..<start + 252]).span.bytes, position: UInt64(slot))
    for place in 0..<4 { bytes[start + 252 + place] = UInt8(truncatingIfNeeded: checksum >> (8 * UInt32(place))) }
    return bytes
  }
}
