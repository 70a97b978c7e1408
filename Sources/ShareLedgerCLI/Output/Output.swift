import Glibc
import ShareLedger

/// Standard output through a buffer: a full disk or a reader that went away is an error, never a silent loss.
final class Output {
  /// How faults name it.
  static let path = "standard output"
  private static let bufferByteCount = 1 << 16

  private let file = OutputFile(descriptor: STDOUT_FILENO, path: Output.path)
  private var buffer: [UInt8] = []
  private let isKept: Bool
  /// Whether a person reads it.
  let isTerminal: Bool

  /// An output to the system, or one that only keeps what is written.
  init(isKept: Bool = false) {
    self.isKept = isKept
    isTerminal = !isKept && isatty(STDOUT_FILENO) == 1
  }

  /// What was written and not handed over: everything, where it is kept.
  var bytes: [UInt8] { buffer }

  /// Adds text as it is.
  func write(_ text: String) throws(FileFault) { try write(Array(text.utf8)) }

  /// Adds text and a line feed.
  func line(_ text: String) throws(FileFault) { try write(text + "\n") }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(FileFault) {
    buffer += bytes
    if !isKept, buffer.count >= Output.bufferByteCount { try flush() }
  }

  /// Hands over what `body` wrote, also when it stops at an error: events before a damaged one are shown.
  func finishing(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      try? flush()
      throw error
    }
    try flush()
  }

  /// Hands everything to the system; every command ends with it.
  func flush() throws(FileFault) {
    if buffer.isEmpty || isKept { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    try file.write(bytes)
  }
}
