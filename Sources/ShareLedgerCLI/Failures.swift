import ArgumentParser
import Glibc
import ShareLedger

/// Turns any error into one line on standard error and an exit status.
enum Failures {
  /// Says what went wrong, unless the reader of the output went away, which is no failure.
  static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let status as ExitStatus: return status
    case let error as LedgerError: return report(error)
    case let error as ImportError: return report(error)
    case let error as AppendError: return say(error.message, status(of: error))
    case let error as DemoError: return report(error)
    case let error as PersonalDataError: return report(error)
    case let error as KeyFileError: return report(.keys(error))
    case let error as SigningError: return report(error)
    case let fault as ProofFault: return say("\(fault)", .refused)
    case let error as TransparencyError: return say("\(error)", .refused)
    case let reason as NoQuote: return say("\(reason)", .refused)
    case let fault as FileFault: return report(LedgerError.file(fault))
    default: return reportUsage(error)
    }
  }

  private static func report(_ error: LedgerError) -> ExitStatus {
    switch error {
    case .file(let fault) where fault.number == EPIPE && fault.path == Output.path: return .ok
    case .interrupted: return .interrupted
    case .beyondHead, .unknownIndicatorSet: return say("\(error)", .usage)
    case .fork, .proof, .recordTooLong: return say("\(error)", .refused)
    default: return say("\(error)", .fault)
    }
  }

  private static func report(_ error: SigningError) -> ExitStatus {
    switch error {
    case .ledger(.fork), .foreignCheckpoint, .otherOrigin, .keyReplaced: return say("\(error)", .refused)
    case .append(let cause): return say("\(error)", status(of: cause))
    case .ledger(let cause): return report(cause)
    case .file, .noKey, .notPrivate, .unusableKey, .signerActive: return say("\(error)", .fault)
    }
  }

  private static func report(_ error: ImportError) -> ExitStatus {
    let recorded = error.result.recordedCount
    let note = recorded > 0 ? " (\(recorded) events of earlier batches were recorded)" : ""
    switch error.reason {
    case .interrupted: return say("interrupted after \(recorded) recorded events", .interrupted)
    case .input, .refused, .notTheNextEvent, .replicaDiffers: return say("\(error)\(note)", .refused)
    case .append(_, let cause): return say("\(error)\(note)", status(of: cause))
    case .ledger, .file: return say("\(error)\(note)", .fault)
    }
  }

  private static func report(_ error: DemoError) -> ExitStatus {
    switch error {
    case .ledger(let cause): return report(cause)
    case .interrupted: return .interrupted
    case .notEmpty: return say("\(error)", .refused)
    case .append(let cause, _): return say("\(error)", status(of: cause))
    case .unexpected: return say("\(error)", .fault)
    }
  }

  private static func report(_ error: PersonalDataError) -> ExitStatus {
    switch error {
    case .ledger(let cause): return report(cause)
    case .append(let cause): return say(cause.message, status(of: cause))
    case .keys(let cause):
      switch cause {
      case .unknownSubject, .destroyed, .returningKeys, .otherKey: return say("\(cause)", .refused)
      case .insideLedger, .notASealedField: return say("\(cause)", .usage)
      case .file, .notPrivate, .malformed, .cannotBeOpened: return say("\(cause)", .fault)
      }
    }
  }

  private static func status(of error: AppendError) -> ExitStatus {
    switch error {
    case .refused, .conflict, .notTheNextEvent, .tooManyEvents: .refused
    case .fault, .damaged, .unexpected: .fault
    }
  }

  /// Help and version are asked for and go to standard output; anything else the parser says is wrong usage.
  private static func reportUsage(_ error: any Error) -> ExitStatus {
    let message = ShareLedgerCommand.fullMessage(for: error)
    if ShareLedgerCommand.exitCode(for: error) == .success {
      let output = Output()
      do {
        try output.line(message)
        try output.flush()
        return .ok
      } catch {
        return report(LedgerError.file(error))
      }
    }
    StandardError.write(message + "\n")
    return .usage
  }

  private static func say(_ message: String, _ status: ExitStatus) -> ExitStatus {
    StandardError.write("shareledger: \(Visible.text(message))\n")
    return status
  }
}
