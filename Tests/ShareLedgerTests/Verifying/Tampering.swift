import EventModel
import Foundation
import ShareLedger
import TestSupport
import Testing

@testable import EventLog

/// A forger recomputes checksums, rows, hashes and the head, and signs with a key of his own. Whoever kept one checkpoint and
/// the public key finds him.
///
/// That the records do not give the checkpoint's root is tried for every byte and every edit of the records themselves, as
/// ``LogAudit`` hashes them. The whole way through a forged ledger's files is gone for a sample of them; for all, in some
/// minutes: `SHARELEDGER_TAMPERING=all swift test --filter Tampering`.
@Suite struct Tampering {
  private static let eventCount = 200
  private static let goesAllTheWay = ProcessInfo.processInfo.environment["SHARELEDGER_TAMPERING"] == "all"

  private func root(_ leaves: [TreeHash]) -> TreeHead {
    var range = CompactRange()
    range.append(contentsOf: leaves)
    return range.head
  }

  @Test func `no byte of any record can change under a checkpoint`() throws {
    let ledger = try ForgedLedger(eventCount: Self.eventCount)
    let head = try ledger.policy.open(ledger.checkpoint).head
    let leaves = ledger.records.map { TreeHash.leaf($0) }
    #expect(root(leaves) == head && head.size == 200)
    var count = 0
    let lab = try Ledger(path: ledger.path, access: .reading)
    defer { try? lab.close() }
    for (index, record) in ledger.records.enumerated() {
      // The nodes beside the record's way to the root: all that the other records give.
      let proof = try lab.inclusionProof(of: Position(UInt64(index + 1)), in: head)
      try proof.check(leaf: leaves[index], in: head)
      for place in record.indices {
        var forged = record
        forged[place] ^= 1 << UInt8(count % 8)
        #expect(throws: TransparencyError.self) { try proof.check(leaf: TreeHash.leaf(forged), in: head) }
        count += 1
      }
    }
    #expect(count > 20_000)
  }

  /// Every deletion, insertion, swap of neighbours and truncation.
  private static func edits(_ records: [[UInt8]]) -> [(name: String, records: [[UInt8]])] {
    var edits: [(String, [[UInt8]])] = []
    for index in records.indices {
      var (deleted, inserted, swapped) = (records, records, records)
      deleted.remove(at: index)
      inserted.insert(records[index], at: index)
      edits += [("deletion of \(index)", deleted), ("insertion at \(index)", inserted)]
      if index + 1 < records.count {
        swapped.swapAt(index, index + 1)
        edits.append(("swap of \(index)", swapped))
      }
      edits.append(("truncation to \(index)", Array(records[..<index])))
    }
    return edits
  }

  @Test func `no record can be taken out, put in, moved or cut off under a checkpoint`() throws {
    let ledger = try ForgedLedger(eventCount: Self.eventCount)
    let head = try ledger.policy.open(ledger.checkpoint).head
    for (name, records) in Self.edits(ledger.records) {
      // The last record once more stands behind the checkpoint: its recorded time tells, see below.
      if name == Self.repetition { continue }
      let leaves = records.prefix(Int(head.size)).map { TreeHash.leaf($0) }
      #expect(root(Array(leaves)) != head, "\(name)")
    }
  }

  private static let repetition = "insertion at \(eventCount - 1)"

  @Test func `a forged ledger is found through its files`() throws {
    let ledger = try ForgedLedger(eventCount: Self.eventCount)
    #expect(try ledger.verify().isIntact)
    var forgeries = Self.edits(ledger.records)
    for (index, record) in ledger.records.enumerated() {
      for place in record.indices {
        var records = ledger.records
        records[index][place] ^= 1 << UInt8((index + place) % 8)
        forgeries.append(("byte \(place) of \(index)", records))
      }
    }
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    if !Self.goesAllTheWay { forgeries = Array(forgeries.shuffled(using: &random).prefix(40)) }
    forgeries += Self.edits(ledger.records).filter { $0.name == Self.repetition || $0.records.isEmpty }
    for (name, records) in forgeries {
      try ledger.forge(records)
      let checks = Set(try ledger.verify().findings.map(\.check))
      let expected: AuditCheck = name == Self.repetition ? .recordedTimes : .checkpoints
      #expect(checks.contains(expected), "\(name), seed \(seed)")
    }
    // Who forgets to derive the rows anew is found all the same.
    for count in [0, 1, 150] {
      try ledger.forge(ledger.records)
      try ledger.store(Array(ledger.records[..<count]))
      #expect(try ledger.broken().contains(.checkpoints), "\(count) records are left")
    }
    // He may sign what he made: not with the key that is trusted.
    var records = ledger.records
    records.swapAt(100, 101)
    try ledger.forge(records)
    try ledger.signAnew()
    let report = try ledger.verify()
    #expect(Set(report.findings.map(\.check)).isSuperset(of: [.checkpoints, .signatures]), "\(report.damages)")
    try ledger.forge(ledger.records)
    try FileManager.default.removeItem(atPath: ledger.path + "/checkpoint")
    #expect(try ledger.verify().isIntact)
  }

  @Test func `behind a trusted checkpoint only what is new is read, and what was changed there is found`() throws {
    let ledger = try ForgedLedger(eventCount: Self.eventCount, unsigned: 37)
    var report = try ledger.verify(after: ledger.checkpoint)
    #expect(report.isIntact && report.eventCount == 37, "\(report)")
    // Nodes stored before give the checkpoint's root no more.
    var records = ledger.records
    records.swapAt(20, 21)
    try ledger.forge(records)
    report = try ledger.verify(after: ledger.checkpoint)
    #expect(report.findings.first?.check == .checkpoints && report.eventCount == 0, "\(report)")
    // A record behind it that was changed without its hashes.
    records = ledger.records
    records[180].swapAt(24, 25)
    try ledger.forge(ledger.records)
    try ledger.store(records)
    report = try ledger.verify(after: ledger.checkpoint)
    #expect(report.findings.contains { $0.check == .tree || $0.check == .recordedTimes }, "\(report)")
    // Who does not trust the signature does not begin there.
    let lab = try Ledger(path: ledger.path, access: .reading)
    defer { try? lab.close() }
    let stranger = try SigningKey(name: NoteName("example.com/lab"), seed: [UInt8](repeating: 3, count: 32)).verifier
    #expect(throws: LedgerError.self) { try lab.verify(keys: [stranger], after: ledger.checkpoint) }
  }
}
