internal import Glibc

/// A small file that is read as a whole, such as a proposal.
package enum InputFile {
  /// The longest file that is taken.
  package static let byteCountMax = 1 << 20

  /// Reads a file, or standard input for `-`.
  ///
  /// - Throws: ``FileFault``; with the number of `EFBIG` for a file that is longer than ``byteCountMax``.
  package static func bytes(of path: String) throws(FileFault) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open", path) }
    defer { if path != "-" { Glibc.close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .last("read", path)
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= byteCountMax else { throw FileFault(path: path, operation: "read", number: EFBIG) }
    }
  }
}
