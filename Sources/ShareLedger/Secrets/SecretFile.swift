internal import Glibc

/// Files with keys: readable by their owner alone, never overwritten by another.
enum SecretFile {
  /// Makes a file with all its bytes in one step, durable.
  ///
  /// It is written under another name and linked to its own, which fails when something is there.
  static func create(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
    let partial = "\(path).partial-\(RandomBytes.uuid().prefix(8))"
    let descriptor = Glibc.open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last("create", path) }
    defer {
      close(descriptor)
      unlink(partial)
    }
    try write(bytes, at: 0, descriptor, path)
    guard fsync(descriptor) == 0 else { throw .last("sync", path) }
    guard link(partial, path) == 0 else { throw .last("create", path) }
    try OutputFile.syncParent(of: path)
  }

  /// Opens a regular file of the caller's own, links not followed.
  ///
  /// - Throws: ``KeyFileError/notPrivate(path:mode:)`` when others than its owner may read or write it.
  static func open(_ path: String, _ flags: Int32) throws(KeyFileError) -> Int32 {
    let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .file(.last("open", path)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .malformed(path: path, reason: "it is not a regular file")
    }
    guard status.st_mode & 0o077 == 0 else {
      close(descriptor)
      throw .notPrivate(path: path, mode: status.st_mode & 0o777)
    }
    return descriptor
  }

  /// Reads up to so many bytes from an offset; fewer only at the end of the file.
  static func read(
    _ byteCount: Int, at offset: Int, _ descriptor: Int32, _ path: String
  ) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < byteCount {
      var piece = [UInt8](repeating: 0, count: byteCount - bytes.count)
      let count = pread(descriptor, &piece, piece.count, offset + bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last("read", path) }
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }

  /// Writes all the bytes at an offset.
  static func write(_ bytes: [UInt8], at offset: Int, _ descriptor: Int32, _ path: String) throws(FileFault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = pwrite(descriptor, rest, rest.count, offset + bytes.count - rest.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last("write", path) }
      rest.removeFirst(count)
    }
  }
}
