/// Some files in one, in a given order: a plain POSIX tar without times, owners or folders.
///
/// The same files give the same bytes, and only those bytes are read: any `tar` takes it apart, none may have repacked it.
public struct Archive: Sendable, Hashable {
  /// One file.
  public struct File: Sendable, Hashable {
    /// Its path: 1 to 100 printable ASCII characters without blanks.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]

    /// Names some bytes.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files in their order.
  public let files: [File]

  /// Puts files together.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedArchive` for a path that cannot be.
  public init(_ files: [File]) throws(TransparencyError) {
    for file in files where TarHeader(file) == nil { throw Archive.malformed }
    self.files = files
  }

  /// Takes an archive apart.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedArchive` for anything ``bytes`` does not write.
  public init(_ bytes: [UInt8]) throws(TransparencyError) {
    var rest = bytes[...]
    var files: [File] = []
    while rest.first != 0 {
      guard let (path, count) = TarHeader.read(rest.prefix(TarHeader.byteCount)) else { throw Archive.malformed }
      let header = rest.prefix(TarHeader.byteCount)
      rest = rest.dropFirst(TarHeader.byteCount)
      guard count <= rest.count, TarHeader.padding(count) <= rest.count - count else { throw Archive.malformed }
      let file = File(path: path, bytes: Array(rest.prefix(count)))
      let padding = rest.dropFirst(count).prefix(TarHeader.padding(count))
      guard TarHeader(file)?.bytes.elementsEqual(header) == true, padding.allSatisfy({ $0 == 0 }) else {
        throw Archive.malformed
      }
      files.append(file)
      rest = rest.dropFirst(count + padding.count)
    }
    guard rest.count == Archive.endByteCount, rest.allSatisfy({ $0 == 0 }) else { throw Archive.malformed }
    self.files = files
  }

  /// The archive: each file behind its header, and two empty blocks.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for file in files {
      bytes += TarHeader(file)?.bytes ?? []
      bytes += file.bytes
      bytes += [UInt8](repeating: 0, count: TarHeader.padding(file.bytes.count))
    }
    return bytes + [UInt8](repeating: 0, count: Archive.endByteCount)
  }

  private static let endByteCount = 2 * TarHeader.byteCount
  private static let malformed = TransparencyError(
    .malformedArchive, "an archive has plain files, each behind its header, and two empty blocks")
}
