internal import Glibc

/// Which file a path or descriptor leads to, and its size.
struct FileIdentity: Hashable {
  /// Device and file number: two names with the same pair are one file.
  struct Key: Hashable {
    let device: UInt
    let number: UInt
  }

  let key: Key
  let linkCount: Int
  let byteCount: Int
  let isRegular: Bool
  /// Whether no mode bit lets anyone write.
  let isReadOnly: Bool

  private init(_ status: stat) {
    key = Key(device: UInt(status.st_dev), number: UInt(status.st_ino))
    linkCount = Int(status.st_nlink)
    byteCount = Int(status.st_size)
    isRegular = status.st_mode & S_IFMT == S_IFREG
    isReadOnly = status.st_mode & 0o222 == 0
  }

  /// The file at a path, links followed; `nil` when nothing is there.
  ///
  /// Never opens the file: closing `lock.mdb` would drop LMDB's record locks on it.
  init?(at path: String) throws(StorageFault) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .system(errno, file: path, operation: "examine")
    }
    self.init(status)
  }

  /// The file behind a descriptor.
  init(of descriptor: CInt, path: String) throws(StorageFault) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno, file: path, operation: "examine") }
    self.init(status)
  }
}
