import EventLog
import EventModel
import Foundation
import ShareLedger
import Testing

@Suite struct `Authorship` {
  private let folder: TemporaryFolder
  private let key: AuthorKey

  init() throws {
    folder = try TemporaryFolder()
    key = try AuthorKey.create(id: Identifier("k1"), at: folder("author.key"))
    try Ledger.create(at: folder("lab"))
  }

  private func event(_ id: String, _ payload: EventPayload) throws -> Event {
    Event(
      id: try Identifier(id), source: try EventSource("urn:test"),
      validTime: try Instant(rfc3339: "2024-02-01T10:00:00+08:00"), actor: try Identifier("x-A"), payload: payload)
  }

  private func unit() throws -> Event {
    try event("unit", PartyRegistered(party: Identifier("x-A"), kind: .unit, name: Text("A")).payload)
  }

  private func binding(required: Bool = true) throws -> Event {
    try event(
      "bound",
      KeyBound(key: key.id, party: Identifier("x-A"), publicKey: key.publicKey, required: required).payload)
  }

  private func rules(_ id: String, _ letter: String = "a") throws -> Event {
    try event(
      id,
      UnitRulesPublished(
        unit: Identifier("x-A"), documentHash: ContentHash(String(repeating: letter, count: 64))
      ).payload)
  }

  @Test func `is judged again by verify, and survives export and replica`() throws {
    let ledger = try Ledger(path: folder("lab"), access: .writing)
    try ledger.append([unit(), binding(), key.sign(rules("rules"))])
    let report = try ledger.audit()
    #expect(report.isIntact && report.signatureCount == 1)
    var lines: [UInt8] = []
    try ledger.view().export { lines += $0 }
    try ledger.close()
    let verified = try Tool.run("verify", folder("lab"))
    #expect(verified.status == 0 && verified.output.contains("1 signatures"))
    let export = try folder.file("export.jsonl", lines)
    #expect(try Tool.run("init", folder("replica")).status == 0)
    #expect(try Tool.run("import", folder("replica"), export, "--replica").status == 0)
    #expect(try Tool.run("verify", folder("replica"), "--json").output.contains(#""signatures":1"#))

    // A replica is not judged when it is made; its audit finds what a forger changed or took away.
    let text = String(decoding: lines, as: UTF8.self)
    let signature = try #require(text.firstMatch(of: /"signature":"[^"]*","signingkey":"k1",/))
    let (hash, other) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
    for (name, forged, wrong) in [
      ("changed", text.replacing(hash, with: other), "is not that of"),
      ("unsigned", text.replacing(String(signature.0), with: ""), "nothing unsigned"),
      ("renamed", text.replacing(#""signingkey":"k1""#, with: #""signingkey":"k2""#), "no key k2"),
    ] {
      let file = try folder.file("\(name).jsonl", Array(forged.utf8))
      #expect(try Tool.run("init", folder(name)).status == 0)
      #expect(try Tool.run("import", folder(name), file, "--replica").status == 0)
      let answer = try Tool.run("verify", folder(name))
      #expect(answer.status == 3, "\(name)")
      #expect(answer.output.contains("position 3: authorship:") && answer.output.contains(wrong), "\(answer.output)")
    }
  }

  @Test func `is given by the tool, line by line`() throws {
    var writer = JSONWriter()
    for event in [try unit(), try binding()] {
      CloudEvents.write(event, into: &writer)
      writer.endLine()
    }
    #expect(try Tool.run(["append", folder("lab")], input: writer.bytes).status == 0)
    writer.removeAll()
    for (id, letter) in [("r1", "a"), ("r2", "b")] {
      CloudEvents.write(try rules(id, letter), into: &writer)
      writer.endLine()
    }
    let unsigned = try Tool.run(["append", folder("lab")], input: writer.bytes)
    #expect(unsigned.status == 1 && unsigned.error.contains("signature"))
    let signed = try Tool.run(["author", "sign", "--key", folder("author.key")], input: writer.bytes)
    #expect(signed.status == 0 && signed.lines.count == 2)
    #expect(try Tool.run(["append", folder("lab")], input: Array(signed.output.utf8)).status == 0)
    let bad = try Tool.run(["author", "sign", "--key", folder("author.key")], input: Array("{}\n".utf8))
    #expect(bad.status == 1 && bad.error.contains("line 1"))
  }

  @Test func `needs a key file that is nobody else's`() throws {
    #expect(try folder.text("author.key").hasPrefix("k1 "))
    #expect(try AuthorKey(path: folder("author.key")).publicKey == key.publicKey)
    #expect(throws: KeyFileError.self) { try AuthorKey.create(id: Identifier("k2"), at: folder("author.key")) }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder("author.key"))
    let answer = try Tool.run("author", "sign", "--key", folder("author.key"))
    #expect(answer.status == 3 && answer.error.contains("chmod 600"))
    _ = try folder.file("wrong.key", Array("k1 AAAA\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder("wrong.key"))
    #expect(throws: KeyFileError.self) { try AuthorKey(path: folder("wrong.key")) }
    let new = try Tool.run("author", "new", "k9", folder("new.key"))
    #expect(new.status == 0 && new.output.hasPrefix(#"{"key":"k9","publicKey":""#))
  }
}
