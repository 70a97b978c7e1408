internal import Glibc

/// The writer's lock on the data file, and the note that tells competitors who holds it.
enum WriterLock {
  /// Locks the file and writes the note.
  ///
  /// - Throws: `writerActive` at once when another process holds the lock; there is no waiting.
  static func take(_ file: FileDescriptor, _ files: LedgerFiles) throws(StorageFault) {
    guard try file.lock() else {
      let holder = holder(files)
      let name = holder.map { "process \($0)" } ?? "another process"
      throw StorageFault(
        .writerActive(process: holder), file: files.data, operation: "open for writing",
        message: "\(name) writes to this ledger, or reads it and keeps writers out because it may not write to "
          + "\(files.lock); stop it, or send it the request")
    }
    // The note only serves messages: on a full disk the ledger opens without it, and an empty one names nobody.
    guard let note = try? FileDescriptor(files.writer, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644) else { return }
    try? note.write(Array("\(getpid())\n".utf8))
  }

  /// Keeps writers out as long as the file is open.
  ///
  /// A writer uses pages again that no listed reader needs. A reader that is not listed would see garbage without an
  /// error, so it reads only what nobody writes to.
  ///
  /// - Throws: `writerActive` at once when there is a writer.
  static func keepOut(_ file: FileDescriptor, _ files: LedgerFiles) throws(StorageFault) {
    guard try file.lock(isShared: true) else {
      throw StorageFault(
        .writerActive(process: holder(files)), file: files.data, operation: "open for reading",
        message: "a process writes to this ledger, and readers must be able to write to \(files.lock) beside it; "
          + "read a backup instead")
    }
  }

  /// Removes the note; the lock itself ends with the file.
  static func clear(_ files: LedgerFiles) {
    _ = unsafe unlink(files.writer)
  }

  private static func holder(_ files: LedgerFiles) -> Int32? {
    guard let note = try? FileDescriptor(files.writer, O_RDONLY), let bytes = try? note.read(16) else { return nil }
    return Int32(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
