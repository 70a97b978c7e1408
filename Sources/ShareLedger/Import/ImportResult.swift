public import EventLog
public import EventModel

/// What an import did.
public struct ImportResult: Sendable, Hashable {
  /// Events recorded now.
  public var recordedCount = 0
  /// Events the ledger held already.
  public var alreadyRecordedCount = 0
  /// Lines that were not recorded: malformed, or refused by a rule.
  public var refusedCount = 0
  /// Lines checked and found well formed by a dry run.
  public var checkedCount = 0

  /// Nothing done yet.
  public init() {}

  mutating func add(_ outcome: AppendOutcome) {
    switch outcome {
    case .recorded: recordedCount += 1
    case .alreadyRecorded: alreadyRecordedCount += 1
    }
  }
}

/// What became of the event of one line, told once it is durable.
public struct ImportReceipt: Sendable, Hashable {
  /// The line of the input, counted from 1.
  public let line: Int
  /// Source and id of the event.
  public let source: EventSource
  /// Its id.
  public let id: Identifier
  /// Recorded now or before, and where.
  public let outcome: AppendOutcome
}

/// Why an import stopped; `result` says what was recorded before, whole batches only.
public struct ImportError: Error, Sendable, CustomStringConvertible {
  /// What stopped it.
  public enum Reason: Sendable {
    /// A line is malformed.
    case input(InputError)
    /// The event of a line cannot be a fact.
    case refused(line: Int, Refusal)
    /// A replica's event does not continue this ledger.
    case notTheNextEvent(line: Int, position: Position, expected: Position)
    /// The ledger holds another event at the position of a replica's line.
    case replicaDiffers(line: Int, position: Position)
    /// The ledger could not take the batch that ends at a line.
    case append(line: Int, AppendError)
    /// The ledger could not be asked.
    case ledger(LedgerError)
    /// Input or rejects could not be read or written.
    case file(FileFault)
    /// The caller asked to stop.
    case interrupted
  }

  /// What stopped it.
  public var reason: Reason
  /// What was recorded before.
  public var result: ImportResult

  /// One line for people.
  public var description: String {
    switch reason {
    case .input(let error): "\(error)"
    case .refused(let line, let refusal): "line \(line): \(refusal.field): \(refusal)"
    case .notTheNextEvent(let line, let position, let expected):
      "line \(line): position: \"\(position)\" does not continue this ledger, whose next position is \(expected), "
        + "or its recorded time is not later than the one before"
    case .replicaDiffers(let line, let position):
      "line \(line): position: the ledger holds another event at \(position)"
    case .append(let line, let error): "up to line \(line): \(error.message)"
    case .ledger(let error): "\(error)"
    case .file(let fault): "\(fault)"
    case .interrupted: "interrupted"
    }
  }
}
