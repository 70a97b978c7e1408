internal import EventLog
internal import EventModel
internal import TransparencyLog

extension CheckpointSigner {
  /// The checkpoint of the ledger as it is, signed but not kept yet.
  ///
  /// - Parameter successor: the key that is just taking this one's place, if any.
  func next(_ ledger: Ledger, successor: VerifierKey? = nil) throws(SigningError) -> Note {
    let kept = try lastSigned(of: ledger)
    let head = try SigningError.ledger { () throws(LedgerError) in
      try ledger.durableTreeHead(continuing: kept.map(\.head))
    }
    let replacing = try SigningError.ledger { () throws(LedgerError) in try ledger.logKeyReplacing(verifier.idText) }
    if let replacing, replacing.text != successor?.idText { throw .keyReplaced(path: file.path, by: replacing) }
    if let last = kept.max(by: { $0.head.size < $1.head.size }), last.head == head { return last.note }
    do throws(TransparencyError) {
      return try Checkpoint(origin: file.key.name.line, head: head).signed(by: file.key)
    } catch {
      throw .unusableKey(path: file.path, error)
    }
  }

  /// What was signed last, as kept beside the key and in the ledger's directory: neither, one or both.
  private func lastSigned(of ledger: Ledger) throws(SigningError) -> [OpenedCheckpoint] {
    var kept: [OpenedCheckpoint] = []
    for path in [CheckpointSigner.lastSignedPath(keyFile: file.path), ledger.checkpointPath] {
      do {
        guard let bytes = try SmallFile.read(path) else { continue }
        kept.append(try TrustPolicy(logKeys: [verifier]).open(bytes))
      } catch let error as TransparencyError {
        throw .foreignCheckpoint(path: path, error)
      } catch {
        throw SigningError(error)
      }
    }
    return kept
  }

  /// Keeps a checkpoint beside keys, then in the ledger's directory, each durable before the next.
  func store(_ note: Note, of ledger: Ledger, _ keyPaths: [String]) throws(SigningError) {
    do throws(TransparencyError) {
      _ = try TrustPolicy(logKeys: [verifier]).open(note)
    } catch {
      throw .foreignCheckpoint(path: file.path, error)
    }
    do throws(FileFault) {
      for path in keyPaths.map(CheckpointSigner.lastSignedPath) + [ledger.checkpointPath] {
        if try SmallFile.read(path) != note.bytes { try PartialFile.write(note.bytes, to: path) }
      }
    } catch {
      throw .file(error)
    }
  }

  /// Records a key unless it is recorded.
  func publish(
    _ key: VerifierKey, in ledger: Ledger, by actor: Identifier, source: EventSource
  ) throws(SigningError) {
    do {
      let id = try Identifier(key.idText)
      if try ledger.isPublished(logKey: id) { return }
      let data = try LogKeyPublished(
        logKey: id, verifierKey: Text(key.text), replaces: Identifier(verifier.idText))
      try ledger.append([try ledger.event(.logKeyPublished(data), by: actor, source: source)])
    } catch let error as AppendError {
      throw .append(error)
    } catch {
      throw SigningError(error)
    }
  }
}

extension SigningError {
  /// Gives an error of files or the ledger its case.
  init(_ error: any Error) {
    switch error {
    case let error as SigningError: self = error
    case let fault as FileFault: self = .file(fault)
    default: self = .ledger(LedgerError(error))
    }
  }

  static func ledger<R>(_ body: () throws(LedgerError) -> R) throws(SigningError) -> R {
    do throws(LedgerError) {
      return try body()
    } catch {
      throw .ledger(error)
    }
  }
}
