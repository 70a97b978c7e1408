/// A failure of storage: something below the ledger's rules went wrong, as opposed to a refusal or a conflict.
///
/// Programs compare ``code``; people read ``description``, which names the file, the operation, the limit and a way out.
public struct StorageFault: Error, Sendable, Hashable {
  /// What went wrong, for programs.
  public enum Code: Sendable, Hashable {
    /// The directory does not hold a ledger: the manifest, or all of it, is missing.
    case notALedger
    /// A ledger or part of one is there already; nothing was changed.
    case alreadyExists
    /// This process has the same data file open already; a second opening would drop the first one's locks.
    case alreadyOpen
    /// Another process holds the ledger for writing; its id, when the holder left it.
    case writerActive(process: Int32?)
    /// Another process has the ledger open where one must be alone with it, or is alone with it now.
    case inUse
    /// A file was replaced, removed or shrunk under the open environment; what was just written may be gone.
    case storageReplaced
    /// The environment's own size limit is reached.
    case quotaReached
    /// The disk is full, or fuller than the reserve allows.
    case diskFull
    /// The commit failed half-way: it may or may not be durable. Reopen and look.
    case outcomeUnknown
    /// The commit failed and, as a look at the reopened files showed, nothing of it is stored.
    case commitFailed
    /// An earlier commit failed; nothing is written until the environment is reopened.
    case needsReopen
    /// All reader slots are taken.
    case readersFull
    /// The files contradict themselves or each other.
    case damaged
    /// A declared table is not stored.
    case tableMissing
    /// The file system does not give the guarantees that memory-mapped storage needs.
    case unsupportedFilesystem
    /// The environment was opened before a `fork`, in the parent process.
    case forked
    /// A write or reopening was begun inside a transaction of the same thread, which would wait for itself.
    case nested
    /// A write was begun on an environment opened for reading.
    case readOnly
    /// The environment has been closed.
    case closed
    /// A key or value is empty, too long, out of order, or present where it must not be.
    case illegalEntry
    /// A reserved value was not filled to its last byte.
    case unfilledValue
    /// Any other error of LMDB, by its number.
    case lmdb(Int32)
    /// Any other error of the operating system, by its `errno`.
    case system(Int32)
  }

  /// What went wrong, for programs.
  public let code: Code
  /// Path of the file or directory concerned.
  public let file: String
  /// What was being done, e.g. `commit`.
  public let operation: String
  /// What it means, with both numbers where a limit is concerned, and what to do.
  public let message: String

  /// Makes a fault.
  ///
  /// - Parameters:
  ///   - code: What went wrong.
  ///   - file: Path of the file or directory concerned.
  ///   - operation: What was being done.
  ///   - message: What it means and what to do.
  package init(_ code: Code, file: String, operation: String, message: String) {
    self.code = code
    self.file = file
    self.operation = operation
    self.message = message
  }
}

extension StorageFault: CustomStringConvertible {
  /// File, operation and meaning in one line.
  public var description: String { "\(file): \(operation): \(message)" }
}
