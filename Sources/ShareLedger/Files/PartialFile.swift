internal import Glibc

/// A file that appears under its name only once it is complete and durable.
///
/// It is written beside its place as `NAME.partial-…`, synced, then renamed. Left without ``finish()``, it is removed.
package struct PartialFile: ~Copyable {
  private let path: String
  private let partialPath: String
  private let file: OutputFile
  private var isFinished = false

  /// Starts a file that will stand at `path`; an older file there stays until the new one is complete.
  package init(_ path: String) throws(FileFault) {
    self.path = path
    partialPath = "\(path).partial-\(RandomBytes.uuid().prefix(8))"
    file = try OutputFile(creating: partialPath)
  }

  deinit { if !isFinished { unlink(partialPath) } }

  /// Writes all the bytes.
  package func write(_ bytes: [UInt8]) throws(FileFault) { try file.write(bytes) }

  /// Makes the file durable and gives it its name.
  package mutating func finish() throws(FileFault) {
    try file.sync()
    guard rename(partialPath, path) == 0 else { throw .last("rename", path) }
    isFinished = true
    try OutputFile.syncParent(of: path)
  }

  /// Makes a whole file in one step: it appears with all its bytes, durable, or not at all.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    var file = try PartialFile(path)
    try file.write(bytes)
    try file.finish()
  }
}
