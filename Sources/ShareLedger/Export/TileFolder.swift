internal import Glibc
internal import TransparencyLog

/// A directory of tiles, as it is served.
struct TileFolder {
  /// The path of the checkpoint below the directory.
  static let checkpoint = "checkpoint"

  private let directory: String

  init(_ directory: String) { self.directory = directory }

  /// The checkpoint that is served now.
  func checkpoint() throws -> Note? { try SmallFile.read("\(directory)/\(TileFolder.checkpoint)").map { try Note($0) } }

  /// Writes a file below the directory, and the folders on its way.
  func write(_ bytes: [UInt8], _ path: String) throws(FileFault) {
    var folders = [directory]
    for part in path.split(separator: "/").dropLast() { folders.append("\(folders[folders.count - 1])/\(part)") }
    for folder in folders {
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw .last("create", folder) }
    }
    try PartialFile.write(bytes, to: "\(directory)/\(path)")
  }
}
