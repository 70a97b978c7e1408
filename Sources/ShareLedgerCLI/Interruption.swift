import Glibc
import Synchronization

/// What Ctrl-C does: a command that writes finishes its step first, any other ends at once.
enum Interruption {
  private static let requested = Atomic<Bool>(false)
  private static let isDeferred = Atomic<Bool>(false)

  /// Whether the user asked to stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Takes over SIGINT and SIGTERM, without restarting interrupted system calls.
  static func install() {
    // Both flags exist before a handler can run.
    _ = isRequested || isDeferred.load(ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interruption.handle() }
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }

  /// From now on the first signal only sets ``isRequested``; a second one ends the process.
  static func deferToSteps() { isDeferred.store(true, ordering: .relaxed) }

  private static func handle() {
    let again = requested.exchange(true, ordering: .relaxed)
    if again || !isDeferred.load(ordering: .relaxed) { _exit(ExitStatus.interrupted.rawValue) }
  }
}
