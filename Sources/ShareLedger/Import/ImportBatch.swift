internal import EventLog
internal import EventModel

/// A line of input as it is handed on: its bytes, unless it was too long to be held.
struct ImportLine: Sendable {
  let number: Int
  let bytes: [UInt8]?

  init(_ line: LineReader.Line) {
    switch line {
    case .line(let number, let bytes): (self.number, self.bytes) = (number, bytes)
    case .tooLong(let number): (self.number, self.bytes) = (number, nil)
    }
  }

  var byteCount: Int { bytes?.count ?? 0 }
  /// Empty lines are passed over; anything else must be an event.
  var isBlank: Bool { bytes.map { $0.isEmpty || $0 == [UInt8(ascii: "\r")] } ?? false }
}

/// The events to be recorded together, and the lines they came from.
struct ImportBatch {
  /// A line that is no event.
  struct Malformed {
    let error: InputError
    let line: ImportLine
  }

  private(set) var events: [Event] = []
  private(set) var recorded: [RecordedEvent] = []
  private(set) var lines: [Int] = []
  private(set) var malformed: [Malformed] = []
  private var byteCount = 0

  mutating func add(_ line: CloudEventLine, _ number: Int, byteCount: Int) {
    events.append(line.event)
    if let event = line.recorded { recorded.append(event) }
    lines.append(number)
    self.byteCount += byteCount
  }

  /// Keeps a malformed line until the events before it are decided, so that rejects come in order of lines.
  mutating func add(_ error: InputError, _ line: ImportLine) {
    malformed.append(Malformed(error: error, line: line))
    byteCount += line.byteCount
  }

  /// Whether it is time to record: a replica's batches are kept whole where memory allows.
  func isFull(_ options: ImportOptions) -> Bool {
    if byteCount >= ImportOptions.batchByteCountMax || count >= EventLog.batchCountMax { return true }
    guard count >= options.batchCount else { return false }
    guard options.isReplica, let batch = recorded.last?.batch else { return true }
    return batch.index + 1 == batch.length
  }

  private var count: Int { events.count + malformed.count }

  func receipt(_ index: Int, _ outcome: AppendOutcome) -> ImportReceipt {
    ImportReceipt(line: lines[index], source: events[index].source, id: events[index].id, outcome: outcome)
  }
}

/// The rejects file, or nothing when none is wanted.
struct Rejects: ~Copyable {
  private var file: RejectsFile?

  init(_ options: ImportOptions) throws(FileFault) {
    guard options.continuesOnError, let path = options.rejectsPath else {
      file = nil
      return
    }
    file = try RejectsFile(creating: path)
  }

  mutating func add(_ error: InputError, _ line: ImportLine) throws(FileFault) {
    try file?.add(error, line: line.bytes)
  }

  mutating func add(_ refusal: Refusal, event: Event, line: Int) throws(FileFault) {
    try file?.add(refusal, event: event, line: line)
  }

  mutating func finish() throws(FileFault) { try file?.finish() }
}
