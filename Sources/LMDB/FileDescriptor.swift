internal import Glibc

/// An open file, closed at the end of its life.
final class FileDescriptor: Sendable {
  let raw: CInt
  let path: String

  /// Opens a file; `O_CLOEXEC` is always added.
  init(_ path: String, _ flags: CInt, mode: mode_t = 0o600) throws(StorageFault) {
    let raw = unsafe open(path, flags | O_CLOEXEC, mode)
    guard raw >= 0 else { throw .system(errno, file: path, operation: "open") }
    self.raw = raw
    self.path = path
  }

  deinit { _ = close(raw) }

  /// Reads up to `byteCount` bytes from `offset`; fewer only at the end of the file.
  func read(_ byteCount: Int, at offset: Int = 0) throws(StorageFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: byteCount)
    var count = 0
    while count < byteCount {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(raw, buffer.baseAddress.map { unsafe $0 + count }, byteCount - count, offset + count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(errno, file: path, operation: "read") }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(byteCount - count)
    return bytes
  }

  /// Writes all the bytes at the file's offset.
  func write(_ bytes: [UInt8]) throws(StorageFault) {
    var count = 0
    while count < bytes.count {
      let put = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(raw, buffer.baseAddress.map { unsafe $0 + count }, bytes.count - count)
      }
      if put < 0, errno == EINTR { continue }
      guard put >= 0 else { throw .system(errno, file: path, operation: "write") }
      count += put
    }
  }

  /// Writes bytes over what stands at an offset.
  func write(_ bytes: [UInt8], at offset: Int) throws(StorageFault) {
    var count = 0
    while count < bytes.count {
      let put = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(raw, buffer.baseAddress.map { unsafe $0 + count }, bytes.count - count, offset + count)
      }
      if put < 0, errno == EINTR { continue }
      guard put >= 0 else { throw .system(errno, file: path, operation: "write") }
      count += put
    }
  }

  /// Makes content and size durable.
  func sync() throws(StorageFault) {
    guard fsync(raw) == 0 else { throw .system(errno, file: path, operation: "sync") }
  }

  /// Takes the file's `flock`; false when another open file holds it in a way that bars this one.
  ///
  /// This lock belongs to the open file, so unlike LMDB's own record locks it survives any other opening and closing
  /// of the same file in this process.
  ///
  /// - Parameter isShared: whether others may share it; by default it is exclusive.
  func lock(isShared: Bool = false) throws(StorageFault) -> Bool {
    if flock(raw, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw .system(errno, file: path, operation: "lock") }
    return false
  }

  /// Gives the file's `flock` free at once, also where a copy of this descriptor is still open.
  ///
  /// A process that is being started has copies of all descriptors until it becomes another program; the lock would end
  /// only with those.
  func unlock() { _ = flock(raw, LOCK_UN) }

  /// Makes the names in a directory durable.
  static func syncDirectory(_ path: String) throws(StorageFault) {
    try FileDescriptor(path, O_RDONLY | O_DIRECTORY).sync()
  }
}
