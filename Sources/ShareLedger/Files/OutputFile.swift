internal import Glibc

/// A file written from start to end through a descriptor.
package struct OutputFile: ~Copyable {
  /// The file's path, for messages.
  package let path: String
  private let descriptor: Int32
  /// Whether the file was opened here.
  let ownsDescriptor: Bool

  /// Makes a new file that all may read; one that exists is never overwritten.
  package init(creating path: String) throws(FileFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last("create", path) }
    self.path = path
    self.descriptor = descriptor
    ownsDescriptor = true
  }

  /// Writes to a descriptor that belongs to someone else, such as standard output.
  package init(descriptor: Int32, path: String) {
    self.path = path
    self.descriptor = descriptor
    ownsDescriptor = false
  }

  deinit { if ownsDescriptor { Glibc.close(descriptor) } }

  /// Writes all the bytes.
  package func write(_ bytes: [UInt8]) throws(FileFault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest, rest.count)
      if count == rest.count { return }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        throw .last("write", path)
      }
    }
  }

  /// Makes what was written durable.
  package func sync() throws(FileFault) {
    guard fsync(descriptor) == 0 else { throw .last("sync", path) }
  }

  /// Makes the names in the directory of a path durable.
  static func syncParent(of path: String) throws(FileFault) {
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let directory = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw .last("open", parent) }
    defer { Glibc.close(directory) }
    guard fsync(directory) == 0 else { throw .last("sync", parent) }
  }
}
