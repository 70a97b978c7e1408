internal import Glibc

/// A file outside the ledger could not be read or written: input, export, rejects.
public struct FileFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's path, or `-` for standard input and output.
  public let path: String
  /// What was being done, such as `read`.
  public let operation: String
  /// The system's number for the error (`errno`).
  public let number: Int32

  /// Names a file, an operation and the system's error number.
  public init(path: String, operation: String, number: Int32) {
    self.path = path
    self.operation = operation
    self.number = number
  }

  /// The fault of a file that is not there.
  package static func missing(_ path: String) -> FileFault {
    FileFault(path: path, operation: "open", number: ENOENT)
  }

  /// The fault of the call that just failed on this thread.
  static func last(_ operation: String, _ path: String) -> FileFault {
    FileFault(path: path, operation: operation, number: errno)
  }

  /// The file, the operation and the system's words.
  public var description: String {
    let reason = strerror(number).map { String(cString: $0) } ?? "error \(number)"
    return "\(path): \(operation): \(reason)"
  }
}
