/// Up to 256 neighbouring entries of a log, kept and served as one file (C2SP tlog-tiles).
public struct EntryBundle: Sendable, Hashable {
  /// The most bytes an entry may have, since its length is written in two.
  public static let entryByteCountMax = 65_535

  /// The number of bundles before it; its first entry is 256 · `index`.
  public let index: UInt64
  /// The number of entries, 1 to 256; below 256 the bundle is partial.
  public let width: Int

  private init(index: UInt64, width: Int) {
    self.index = index
    self.width = width
  }

  /// Reads a path such as `tile/entries/x001/067.p/5`.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedTile`.
  public init(path: String) throws(TransparencyError) {
    guard path.hasPrefix(Self.prefix), let (index, width) = TilePath.read(path.dropFirst(Self.prefix.count)) else {
      throw TransparencyError(.malformedTile, "a bundle's path is \(Self.prefix)<index>[.p/<width>]")
    }
    self.init(index: index, width: width)
  }

  /// The path below a log's prefix.
  public var path: String { Self.prefix + TilePath.text(index: index, width: width) }

  /// The indices of its entries in the log.
  public var entries: Range<UInt64> {
    let first = index * UInt64(TilePath.widthMax)
    return first..<first + UInt64(width)
  }

  /// The bundles that a log has and an older state of it had not, or had narrower; all of them from size 0.
  public static func changed(from oldSize: UInt64, to size: UInt64) -> [EntryBundle] {
    TileRange.changed(from: oldSize, to: size).map { EntryBundle(index: $0.index, width: $0.width) }
  }

  /// Appends an entry to a bundle's content: its length in two bytes, big-endian, and its bytes.
  ///
  /// - Throws: ``TransparencyError`` with code `tooLong` beyond ``entryByteCountMax``.
  public static func append(_ entry: [UInt8], to content: inout [UInt8]) throws(TransparencyError) {
    guard entry.count <= entryByteCountMax else {
      throw TransparencyError(.tooLong, "an entry has at most \(entryByteCountMax) bytes, not \(entry.count)")
    }
    content += [UInt8(entry.count >> 8), UInt8(entry.count & 0xFF)]
    content += entry
  }

  /// Takes the content apart.
  ///
  /// - Returns: ``width`` entries.
  /// - Throws: ``TransparencyError`` with code `malformedTile` when the lengths do not add up to that.
  public func entries(_ content: [UInt8]) throws(TransparencyError) -> [ArraySlice<UInt8>] {
    var (rest, entries): (ArraySlice<UInt8>, [ArraySlice<UInt8>]) = (content[...], [])
    while rest.count >= 2, entries.count < width {
      let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
      guard rest.count >= 2 + length else { break }
      entries.append(rest.dropFirst(2).prefix(length))
      rest = rest.dropFirst(2 + length)
    }
    guard rest.isEmpty, entries.count == width else {
      throw TransparencyError(.malformedTile, "\(path) does not hold \(width) entries and nothing else")
    }
    return entries
  }

  private static let prefix = "tile/entries/"
}
