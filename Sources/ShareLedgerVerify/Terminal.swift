import Glibc

/// Lines on standard output and standard error.
enum Terminal {
  static func say(_ line: String) { write(line, to: STDOUT_FILENO) }

  static func complain(_ line: String) { write("shareledger-verify: \(line)", to: STDERR_FILENO) }

  /// Text of a stranger's without characters that move a cursor or turn the line around.
  static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A verdict that cannot be written ends the tool as one that was not given.
  private static func write(_ line: String, to descriptor: Int32) {
    var rest = Array("\(line)\n".utf8)
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { exit(2) }
      rest.removeFirst(count)
    }
  }
}

/// Files read whole.
enum File {
  static func read(_ path: String) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw problem(path) }
      if count == 0 { return bytes }
      bytes += piece.prefix(count)
    }
  }

  private static func problem(_ path: String) -> Problem {
    Problem(text: "\(Terminal.visible(path)): \(strerror(errno).map { String(cString: $0) } ?? "error \(errno)")")
  }
}
