import ArgumentParser
import ShareLedger

/// The two times a question is asked for.
struct AsOfOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What was true by then (valid time): a day, meaning its end in Beijing, or an instant with offset.",
      discussion: "Default: the end of today.", valueName: "date|instant"),
    transform: Arguments.validTime)
  var at: Instant?

  @Option(
    help: ArgumentHelp(
      "What the ledger knew: up to a position, recorded by an instant (a day means its end in Beijing), or under a "
        + "checkpoint, whose root the ledger has to have.",
      discussion: "Default: everything.", valueName: "position|instant|file"),
    transform: Arguments.known)
  var known: Known?

  /// The view these options name.
  func view(_ ledger: Ledger) throws(LedgerError) -> LedgerView {
    try ledger.view(at: at, known: known ?? .head)
  }
}

/// Reads values of the command line; what is wrong with one is said in the library's words.
enum Arguments {
  @Sendable static func validTime(_ text: String) throws -> Instant {
    try checked { text.utf8.contains(UInt8(ascii: "T")) ? try Instant(rfc3339: text) : try Day(iso: text).end }
  }

  @Sendable static func instant(_ text: String) throws -> Instant { try checked { try Instant(rfc3339: text) } }

  @Sendable static func known(_ text: String) throws -> Known {
    let isPosition = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if isPosition { return try .position(position(text)) }
    do {
      return try .instant(validTime(text))
    } catch let error as ValidationError {
      // What is no time may be a checkpoint's file; a name that could be both is the time.
      guard SmallFile.exists(text) else { throw error }
      do {
        return try .checkpoint(NoteFile.head(text))
      } catch {
        throw ValidationError("\(error)")
      }
    }
  }

  @Sendable static func position(_ text: String) throws -> Position { try checked { try Position(text) } }

  @Sendable static func tag(_ text: String) throws -> Tag { try checked { try Tag(text) } }

  @Sendable static func identifier(_ text: String) throws -> Identifier { try checked { try Identifier(text) } }

  @Sendable static func eventType(_ text: String) throws -> EventType {
    guard let type = EventType(wireName: text) else {
      throw ValidationError("\"\(Visible.text(text))\" is not a type of event; `shareledger schema` lists them")
    }
    return type
  }

  static func checked<Value>(_ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let error as ValueError {
      throw ValidationError("\(error)")
    }
  }
}
