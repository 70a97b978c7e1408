/// Which files of up to 256 items a level consists of.
enum TileRange {
  /// The files of `count` items that are not whole files of `oldCount` items already.
  static func changed(from oldCount: UInt64, to count: UInt64) -> [(index: UInt64, width: Int)] {
    let widthMax = UInt64(TilePath.widthMax)
    guard oldCount < count else { return [] }
    return (oldCount / widthMax...(count - 1) / widthMax).map { index in
      (index, Int(min(count - index * widthMax, widthMax)))
    }
  }
}
