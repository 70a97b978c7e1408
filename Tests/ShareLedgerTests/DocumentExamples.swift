import Foundation
import ShareLedger
import Testing

/// The Swift examples of README and articles, word for word: `DocumentTests` compares, this file runs them.
@Suite struct `The examples of the documents` {
  @Test func `README`() throws {
    let folder = try TemporaryFolder()
    let path = folder("lab")
    // README
    try Ledger.create(at: path)
    let ledger = try Ledger(path: path, access: .writing)
    let lab = try Identifier("x-physics"), nmr = try Identifier("NMR-600")
    func event(_ id: String, _ time: String, _ payload: EventPayload) throws -> Event {
      try Event(
        id: Identifier(id), source: EventSource("urn:lab"), validTime: Instant(rfc3339: time), actor: lab,
        payload: payload)
    }
    let registered = try PartyRegistered(party: lab, kind: .unit, name: Text("Physics"))
    let acquired = try ResourceAcquired(
      resource: nmr, unit: lab, kind: .equipment, name: Text("NMR 600 MHz"), funding: [],
      acceptedOn: Day(iso: "2024-01-31"), source: .purchase)
    try ledger.append([
      event("1", "2024-01-31T09:00:00+08:00", .partyRegistered(registered)),
      event("2", "2024-01-31T10:00:00+08:00", .resourceAcquired(acquired)),
      event("3", "2024-02-20T08:00:00+08:00", .resourceStatusChanged(.init(resource: nmr, status: .awaitingRepair))),
    ])
    let february = try ledger.view(at: Instant(rfc3339: "2024-02-01T00:00:00+08:00")).catalogue().entries
    // end
    #expect(february.map(\.status) == [.normal])
    #expect(try ledger.view().catalogue().entries.map(\.status) == [.awaitingRepair])
    // Known
    let then = try ledger.head()
    try ledger.append([
      event(
        "4", "2024-01-31T12:00:00+08:00",
        .resourceUpdated(
          .init(resource: nmr, changes: [.init(field: .location, value: Text("A 3-101"))])))
    ])
    let asKnownThen = try ledger.view(known: .position(then)).catalogueEntry(of: nmr)
    let asKnownNow = try ledger.view().catalogueEntry(of: nmr)
    let learned = try ledger.view().difference(from: .position(then)).changed
    // end
    #expect(asKnownThen?.location == nil)
    #expect(asKnownNow?.location?.string == "A 3-101")
    #expect(learned.count == 1)
    // Condition
    let query = try EventQuery(types: [.bookingApproved], tags: [Tag("resource:NMR-600")])
    do {
      try ledger.append(
        [event("5", "2024-03-01T08:00:00+08:00", .resourceClosed(.init(resource: nmr, reason: nil)))],
        condition: AppendCondition(failIfAny: query, after: ledger.head()))
    } catch AppendError.conflict(let position) {
      print("something came first, at position \(position)")
    } catch AppendError.refused(_, let refusal) {
      print("this cannot be a fact: \(refusal)")
    }
    // end
    #expect(try ledger.head().number == 5)
    try ledger.close()
  }

  @Test func `Personal data and authorship`() throws {
    let folder = try TemporaryFolder()
    let (keyPath, authorKeyPath) = (folder("lab.keys"), folder("uni.key"))
    try Ledger.create(at: folder("lab"))
    let ledger = try Ledger(path: folder("lab"), access: .writing)
    defer { try? ledger.close() }
    let (desk, office, lab) = (try Identifier("x-desk"), try Identifier("x-office"), try Identifier("x-lab"))
    let source = try EventSource("urn:lab")
    for party in [desk, office, lab] {
      let registered = try PartyRegistered(party: party, kind: .organisation, name: Text("\(party)"))
      try ledger.append([ledger.event(.partyRegistered(registered), by: office, source: source)])
    }
    // Seal
    try KeyStore.create(at: keyPath)
    let keys = try KeyStore(path: keyPath)
    let person = try Identifier("s-5c1e09d7")
    let contact = try keys.seal(Text("王工, 023-55550100"), about: person, in: .partyRegistered, field: "contact")
    let user = PartyRegistered(party: person, kind: .user, contact: contact)
    try ledger.append([ledger.event(.partyRegistered(user), by: desk, source: source)])
    // Open
    let opened = try ledger.openSealed(
      about: person, with: keys, purpose: Text("complaint C-17"), by: office, source: source)
    let first = opened.first?.text.string
    // end
    #expect(first == "王工, 023-55550100")
    let requestHash = try ContentHash(String(repeating: "0f", count: 32))
    // Erase
    let destruction = SubjectKeyDestroyed(
      subject: person, requestHash: requestHash, requestedBy: desk, approvedBy: office)
    try ledger.destroyKey(destruction, in: keys, by: office, source: source)
    // end
    #expect(throws: PersonalDataError.self) {
      try ledger.openSealed(about: person, with: keys, purpose: Text("again"), by: office, source: source)
    }
    let rules = UnitRulesPublished(unit: lab, documentHash: requestHash)
    let event = try ledger.event(.unitRulesPublished(rules), by: lab, source: source)
    // Authorship
    let key = try AuthorKey.create(id: Identifier("uni-2024-1"), at: authorKeyPath)
    let bound = KeyBound(key: key.id, party: lab, publicKey: key.publicKey, required: true)
    try ledger.append([ledger.event(.keyBound(bound), by: office, source: source)])
    try ledger.append([key.sign(event)])
    // end
    #expect(try ledger.audit().signatureCount == 1)
  }

  @Test func `README's commands`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder("Tests"), withDestinationPath: Samples.root + "/Tests")
    let readme = try String(contentsOfFile: Samples.root + "/README.md", encoding: .utf8)
    let blocks = readme.components(separatedBy: "```sh\n").dropFirst().prefix(4)
    let script = blocks.compactMap { $0.components(separatedBy: "\n```").first }.joined(separator: "\n")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-e", "-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let tools = URL(fileURLWithPath: Tool.path).deletingLastPathComponent().path
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PATH": tools + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")]) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("out", [])))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let output = try folder.text("out")
    #expect(output.contains("recorded 791"))
    #expect(output.contains("awaitingRepair"))
    #expect(output.contains("recorded 2000 events in city"))
    #expect(output.contains("all agree, in yuan"))
    #expect(output.contains("pointsBefore: ") && output.contains("satisfaction") && output.contains("reserveDays"))
    #expect(output.contains("events and") && output.contains("intact"))
    #expect(output.contains("adds up: "))
    #expect(try folder.text("city.hledger").contains("charge.assessed"))
  }
}
