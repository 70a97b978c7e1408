public import EventModel

/// Stored bytes that are not the bytes that were written: never shown as data, always reported with the position.
public struct LogDamage: Error, Sendable, CustomStringConvertible {
  /// What is wrong with the bytes.
  public enum Reason: Sendable, Equatable {
    /// A segment's value is shorter than its head.
    case segmentTooShort
    /// A segment's table of offsets contradicts its size.
    case segmentTable
    /// The checksum over position and record does not match.
    case checksum
    /// No record is stored where the sequence of positions demands one.
    case missing
    /// Another segment holds the position as well.
    case recordedTwice
    /// The record can be read but is not the one its content is written as.
    case encoding
    /// The event's amounts are none that could be posted; what a refusal would say.
    case postings(reason: String)
    /// Recorded time does not rise from the position before.
    case recordedTimeNotRising
    /// The record is intact but cannot be read.
    case record(CodecError)
    /// A row derived from this event is absent, altered or too many; the table is named.
    case derivedRow(table: String)
    /// The stored rows of the positions from this one to `last` are damaged.
    case derivedRun(last: Position)
  }

  /// The position of the event whose bytes are damaged.
  public let position: Position
  /// What is wrong.
  public let reason: Reason

  /// Names damage at a position.
  public init(position: Position, reason: Reason) {
    self.position = position
    self.reason = reason
  }

  /// The position and what is wrong there, in one line.
  public var description: String {
    let what =
      switch reason {
      case .segmentTooShort, .segmentTable: "the table of its segment is damaged"
      case .checksum: "its stored bytes do not match their checksum"
      case .missing: "its record is missing"
      case .recordedTwice: "it is stored twice"
      case .encoding: "its record is not the one its content is written as"
      case .postings(let reason): reason
      case .recordedTimeNotRising: "its recorded time is not later than that of the position before"
      case .record(let error): "its record cannot be read: \(error)"
      case .derivedRow(let table): "its row in table \"\(table)\" is absent or altered; `rebuild` derives it anew"
      case .derivedRun(let last):
        "the stored rows of the positions up to \(last) are damaged; `rebuild` derives them anew"
      }
    return "position \(position): \(what)"
  }
}
