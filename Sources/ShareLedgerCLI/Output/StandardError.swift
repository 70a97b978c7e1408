import Glibc
import ShareLedger
import Synchronization

/// Messages for people beside the output.
enum StandardError {
  /// Whether a person sees them as they come.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes at once; there is nobody to tell when even that fails.
  static func write(_ text: String) {
    try? OutputFile(descriptor: STDERR_FILENO, path: "standard error").write(Array(text.utf8))
  }
}

/// One line that tells how far a long command is; only on a terminal.
struct ProgressLine {
  private var shown = ""

  /// Replaces the line when the text changed.
  mutating func show(_ text: String) {
    guard StandardError.isTerminal, text != shown else { return }
    shown = text
    StandardError.write("\r\u{1B}[K" + text)
  }

  /// Takes the line away.
  mutating func end() {
    if !shown.isEmpty { StandardError.write("\r\u{1B}[K") }
    shown = ""
  }
}

/// The same for a command whose work is done by several threads.
final class SharedProgressLine: Sendable {
  private let line = Mutex(ProgressLine())

  /// Replaces the line when the text changed.
  func show(_ text: String) { line.withLock { $0.show(text) } }

  /// Takes the line away.
  func end() { line.withLock { $0.end() } }
}
