/// Lines with one hash each, as in proofs and in requests to witnesses.
enum HashLines {
  /// The hashes, or `nil` where a line is not one or there are more than `countMax`.
  static func read(_ lines: some Collection<ArraySlice<UInt8>>, countMax: Int) -> [TreeHash]? {
    guard lines.count <= countMax else { return nil }
    var hashes: [TreeHash] = []
    for line in lines {
      guard let hash = try? TreeHash(base64: line) else { return nil }
      hashes.append(hash)
    }
    return hashes
  }
}
