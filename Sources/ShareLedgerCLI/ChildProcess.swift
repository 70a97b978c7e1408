import Glibc

/// Runs this tool again in a process of its own, which damaged storage may end without harm to the caller.
enum ChildProcess {
  /// How it ended.
  enum Ending {
    /// By itself, with its exit status.
    case exited(Int32)
    /// By a signal.
    case killed(signal: Int32)
    /// It could not be started; the number is the system's error.
    case notStarted(Int32)
  }

  /// Runs the tool with these arguments; it shares input and outputs.
  static func run(_ arguments: [String]) -> Ending {
    let words = (["shareledger"] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/proc/self/exe", nil, nil, words + [nil], nil)
    guard code == 0 else { return .notStarted(code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return .notStarted(errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }
}
