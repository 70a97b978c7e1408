/// Up to 256 neighbouring hashes of every eighth level of the tree, kept and served as one file (C2SP tlog-tiles).
///
/// Level 0 has the leaves' hashes; each hash of a level above stands for a full tile below. A full tile never changes.
public struct Tile: Sendable, Hashable {
  /// The most hashes of a tile.
  public static let widthMax = TilePath.widthMax
  /// The number of tree levels a tile stands for.
  static let height = 8

  /// The tile's level: it has nodes of level 8 · `level` of the tree; 0 to 63.
  public let level: Int
  /// The number of tiles before it on its level.
  public let index: UInt64
  /// The number of hashes, 1 to 256; below 256 the tile is partial.
  public let width: Int

  init(level: Int, index: UInt64, width: Int) {
    self.level = level
    self.index = index
    self.width = width
  }

  /// Reads a path such as `tile/1/x001/067.p/5`.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedTile`.
  public init(path: String) throws(TransparencyError) {
    let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "tile", let level = Decimal.read(ArraySlice(parts[1].utf8), max: 63),
      let (index, width) = TilePath.read(parts[2])
    else { throw TransparencyError(.malformedTile, "a tile's path is tile/<level>/<index>[.p/<width>]") }
    self.init(level: Int(level), index: index, width: width)
  }

  /// The path below a log's prefix.
  public var path: String { "tile/\(level)/\(TilePath.text(index: index, width: width))" }

  /// The number of bytes of its content.
  public var byteCount: Int { width * TreeHash.byteCount }

  /// The nodes whose hashes are its content, in order.
  public var nodes: [NodeID] {
    (0..<UInt64(width)).map { NodeID(level: level * Self.height, index: index * UInt64(Self.widthMax) + $0) }
  }

  /// Whether a tree has all its hashes: what to ask of a stranger's path before reading for it.
  ///
  /// - Parameter size: The number of leaves of the tree.
  public func isWithin(size: UInt64) -> Bool {
    index * UInt64(Self.widthMax) + UInt64(width) <= size >> UInt64(level * Self.height)
  }

  /// The tiles that a tree has and an older one of the same log had not, or had narrower; all of them from size 0.
  ///
  /// - Complexity: O(*n* / 256) in the number of leaves between; a lazy caller takes smaller steps.
  public static func changed(from oldSize: UInt64, to size: UInt64) -> [Tile] {
    var tiles: [Tile] = []
    var (level, oldCount, count) = (0, oldSize, size)
    while count > 0 {
      let changed = TileRange.changed(from: oldCount, to: count)
      tiles += changed.map { Tile(level: level, index: $0.index, width: $0.width) }
      (level, oldCount, count) = (level + 1, oldCount >> UInt64(height), count >> UInt64(height))
    }
    return tiles
  }
}
