import EventModel
import Foundation
import LMDB
import Sharing
import ShareLedger
import Testing

@testable import EventLog

/// A ledger with a signed checkpoint, and someone who may write whatever he likes into its storage, recomputing all he can.
///
/// Its rows are in runs after few events, so that little has to be written to have some of each kind.
final class ForgedLedger {
  static let layout = RunLayout(baseCount: 16, fanOut: 2, levelMax: 1)
  let folder: TemporaryFolder
  let key: VerifierKey
  /// What a stranger kept.
  let checkpoint: Note
  let policy: TrustPolicy
  /// The records as they were.
  let records: [[UInt8]]

  var path: String { folder("lab") }

  /// A ledger of events of the demonstration city, and a checkpoint of all but the newest.
  init(eventCount: Int, unsigned: Int = 0) throws {
    folder = try TemporaryFolder()
    let path = folder("lab")
    try Ledger.create(at: path)
    var (events, batch) = (try Demo(eventCount: 1_000, seed: 5).events, [RecordedEvent]())
    while batch.count < eventCount, let event = try events.next() { batch.append(event) }
    try ForgedLedger.append(Array(batch.dropLast(unsigned)), at: path)
    key = try LogKeyFile.generate(at: folder("key"), origin: NoteName("example.com/lab"))
    policy = try TrustPolicy(logKeys: [key])
    let ledger = try Ledger(path: path, access: .reading)
    checkpoint = try CheckpointSigner(keyFile: folder("key")).sign(ledger)
    try ledger.close()
    try ForgedLedger.append(Array(batch.suffix(unsigned)), at: path)
    records = try ForgedLedger.records(at: path)
  }

  private static func append(_ events: [RecordedEvent], at path: String) throws {
    let log = try EventLog(
      directory: path, access: .writing(admission: AdmitAll()) { .first }, postings: ChartOfAccounts(), layout: layout)
    for event in events { _ = try log.appendReplica([event]) }
    log.settle()
    try log.close()
  }

  /// The stored records, oldest first.
  static func records(at path: String) throws -> [[UInt8]] {
    let log = try EventLog(directory: path, access: .reading, postings: ChartOfAccounts())
    defer { try? log.close() }
    var records: [[UInt8]] = []
    try log.replay { records.append([UInt8]($0.bytes)) }
    return records
  }

  /// What someone finds who has the checkpoint and the key.
  func verify(after trusted: Note? = nil) throws -> AuditReport {
    let ledger = try Ledger(path: path, access: .reading)
    defer { try? ledger.close() }
    let kept = KeptCheckpoint(name: "kept", note: checkpoint)
    return try ledger.verify(checkpoints: [kept], keys: [key], after: trusted)
  }

  /// The kinds of damage found.
  func broken() throws -> Set<AuditCheck> { Set(try verify().findings.map(\.check)) }

  /// Writes to the storage whatever the body does.
  func write(_ body: (inout WriteTransaction) throws -> Void) throws {
    let environment = try Environment.open(directory: path, tables: Tables.all, access: .readWrite)
    defer { try? environment.close() }
    try environment.write { try body(&$0) }
  }

  /// Puts other records in the place of those stored, with their checksums, and leaves the rest as it is.
  func store(_ records: [[UInt8]]) throws {
    try write { transaction in
      try transaction.clear(Tables.log)
      var builder = SegmentBuilder(first: Position(1))
      for record in records {
        if builder.isFull {
          try transaction.append(Tables.log, builder.first.number, builder.value().span.bytes)
          builder = SegmentBuilder(first: Position(builder.first.number + UInt64(builder.count)))
        }
        builder.add(record[...])
      }
      if builder.count > 0 { try transaction.append(Tables.log, builder.first.number, builder.value().span.bytes) }
    }
  }

  /// The same, and derives rows and tree from them as far as they can be read.
  func forge(_ records: [[UInt8]]) throws {
    try store(records)
    try? EventLog.rebuild(directory: path, postings: ChartOfAccounts(), layout: ForgedLedger.layout)
  }

  /// Signs the forged tree with a key of the forger's own that has the same name.
  func signAnew() throws {
    let path = folder("forger-\(UUID().uuidString)")
    _ = try LogKeyFile.generate(at: path, origin: NoteName("example.com/lab"))
    try? FileManager.default.removeItem(atPath: self.path + "/checkpoint")
    let ledger = try Ledger(path: self.path, access: .reading)
    defer { try? ledger.close() }
    _ = try CheckpointSigner(keyFile: path).sign(ledger)
  }
}
