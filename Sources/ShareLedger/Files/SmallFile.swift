internal import Glibc

/// A file of a few kilobytes, read whole: keys, checkpoints, proofs.
package enum SmallFile {
  /// Whether a regular file is there.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Reads a regular file of at most so many bytes.
  ///
  /// - Returns: the bytes, or `nil` when there is no file.
  package static func read(_ path: String, byteCountMax: Int = 1 << 20) throws(FileFault) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .last("open", path)
    }
    defer { close(descriptor) }
    return try read(descriptor, path, byteCountMax: byteCountMax)
  }

  static func read(_ descriptor: Int32, _ path: String, byteCountMax: Int) throws(FileFault) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last("examine", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFault(path: path, operation: "read", number: EINVAL) }
    guard status.st_size <= byteCountMax else { throw FileFault(path: path, operation: "read", number: EFBIG) }
    var bytes: [UInt8] = []
    while bytes.count <= byteCountMax {
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last("read", path) }
      if count == 0 { return bytes }
      bytes += piece.prefix(count)
    }
    throw FileFault(path: path, operation: "read", number: EFBIG)
  }
}
