public import EventLog
internal import EventModel
public import TransparencyLog

/// A signed checkpoint somebody kept, and how it is called in messages.
public struct KeptCheckpoint: Sendable {
  /// Its file, or whatever else tells it apart.
  public let name: String
  /// The note.
  public let note: Note

  /// Names a checkpoint.
  public init(name: String, note: Note) {
    self.name = name
    self.note = note
  }
}

extension Ledger {
  /// Reads every record again and compares everything stored with what the records give, and the records with signed
  /// checkpoints, on all cores.
  ///
  /// Behind a trusted checkpoint only what came later is read: the stored hashes have to give its root, and what they say of
  /// the records up to there is believed.
  ///
  /// - Parameters:
  ///   - checkpoints: those somebody kept; the one in the ledger's directory is always among them.
  ///   - keys: the log's keys that are trusted; without any, roots are compared and signatures are not looked at.
  ///   - trusted: the checkpoint to begin behind; by default everything is read.
  ///   - progress: called by any thread with how much is done.
  /// - Returns: what was found; damage is part of the report, not an error.
  /// - Throws: ``LedgerError/proof(_:)`` when the trusted checkpoint is not signed by one of the keys.
  /// - Complexity: O(events + rows) of what is read.
  public func verify(
    checkpoints: [KeptCheckpoint] = [], keys: [VerifierKey] = [], after trusted: Note? = nil,
    progress: (@Sendable (AuditProgress) -> Void)? = nil
  ) throws(LedgerError) -> AuditReport {
    var scope = AuditScope()
    scope.progress = progress
    if let trusted {
      do {
        scope.trusted = try TrustPolicy(logKeys: keys).open(trusted).head
      } catch {
        throw .proof(error)
      }
    }
    var objections: [AuditFinding] = []
    let stored = try lastCheckpoint().map { KeptCheckpoint(name: checkpointPath, note: $0) }
    for kept in checkpoints + (stored.map { [$0] } ?? []) {
      do throws(TransparencyError) {
        let head = try Checkpoint(text: kept.note.text).head
        scope.heads.append(head)
        if keys.isEmpty { continue }
        do throws(TransparencyError) {
          _ = try TrustPolicy(logKeys: keys).open(kept.note)
        } catch {
          objections.append(AuditFinding(.signatures, at: Position(head.size), "checkpoint \(kept.name): \(error)"))
        }
      } catch {
        objections.append(AuditFinding(.signatures, at: nil, "checkpoint \(kept.name): \(error)"))
      }
    }
    var report = try audit(scope)
    for objection in objections { report.add(objection) }
    return report
  }
}
