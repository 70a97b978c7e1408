import Testing
import TransparencyLog

/// A whole log somebody else wrote, made anew from its entries and its public seed.
struct TesseraLogTests {
  @Test func `every file of the Tessera log is reproduced byte for byte`() throws {
    let tree = TesseraLog.tree()
    var files: [String: [UInt8]] = [:]
    for size in 0...tree.size {
      files["checkpoint.\(size)"] = try TesseraLog.checkpoint(size).bytes
      // The log was published at every size, so every partial file is a change to an older size of nought.
      for tile in Tile.changed(from: 0, to: size) { files[tile.path] = tile.content(reading: tree.hash) }
      for bundle in EntryBundle.changed(from: 0, to: size) {
        var content: [UInt8] = []
        for index in bundle.entries { try EntryBundle.append(tree.entries[Int(index)], to: &content) }
        files[bundle.path] = content
      }
    }
    files["checkpoint"] = files["checkpoint.15"]
    let theirs = try Vectors.tesseraLog()
    #expect(theirs.count == 47)
    #expect(Set(files.keys) == Set(theirs.keys))
    for (path, bytes) in theirs { #expect(files[path] == bytes, "\(path)") }
  }

  @Test func `every checkpoint opens and leads to the next by a proof`() throws {
    let files = try Vectors.tesseraLog()
    let tree = TesseraLog.tree()
    var last: TreeHead?
    for size in 0...15 as ClosedRange<UInt64> {
      let opened = try TesseraLog.policy().open(try #require(files["checkpoint.\(size)"]))
      #expect(opened.head == (try tree.head(size)))
      if let last, last.size > 0 { try tree.consistency(from: last.size, to: size).check(from: last, to: opened.head) }
      last = opened.head
    }
  }

  @Test func `tiles and bundles read from files make the root`() throws {
    let files = try Vectors.tesseraLog()
    let tile = try Tile(path: "tile/0/000.p/15")
    let bundle = try EntryBundle(path: "tile/entries/000.p/15")
    let hashes = try tile.hashes(try #require(files[tile.path]))
    let content = try #require(files[bundle.path])
    let entries = try bundle.entries(content)
    #expect(entries.map { Array($0) } == TesseraLog.entries)
    #expect(entries.map { TreeHash.leaf($0.span.bytes) } == hashes)
    var range = CompactRange()
    range.append(contentsOf: hashes)
    #expect(range.root.base64 == "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=")
  }

  @Test func `the values written down beside the log hold`() throws {
    let tree = TesseraLog.tree()
    #expect(tree.leaf(0).hex == "d0d7360ab79f58ab1e1e3fe64ad77e2ea0bc07e36b5f46ed2223edd9298df9e9")
    #expect(tree.leaf(1).hex == "ab1ab7f07c7c8fe0eff4ba6faa53c7e4412e91a599153e8aa4e01beece5b7825")
    #expect(try tree.head(2).root.hex == "4f55f619d9215235778b2b9f17d6f4915b16171214d152381293669764de722e")
    #expect(try tree.head(7).root.base64 == "IrSXADBqJ7EQoUODSDKROySgNveeL6CFhik2w/+fS7U=")
    let note = try TesseraLog.checkpoint(15)
    #expect(
      note.text
        == Bytes.hex(
          "6578616d706c652e636f6d2f6c6f672f74657374646174610a31350a724b62446970437668755831475a3767354242653873413642624a"
            + "376a612f316e6b3432377633383363733d0a"))
    #expect(
      note.signatures[0].payload
        == Bytes.hex(
          "e8788d31be50c06a394a3dfeafb2004bf1d6294112788cbe37f5cdf7013a183e08ab9b32de7732f22dfee1163facdd91d210cddfdf9b09"
            + "4cfdd94f585ef87b02"))
    #expect(note.bytes.count == 196)
  }

  @Test func `the derived proofs hold`() throws {
    let tree = TesseraLog.tree()
    let shared = [
      "ycRkkNklus5eMVRUvkD1pK321vMrA+jjOiZKU8aOcY4=", "zY1lN35vrXYAPixXSd59LsU29xUJtuW4o2dNNg5Y2Co=",
      "5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=",
    ]
    let first = "ThcgoV2DYcK+VCxBUDWAlNxmLy2r7dq7dK7+OlgQKWs="
    #expect(try tree.inclusion(6, in: 15).hashes.map(\.base64) == [first] + shared)
    #expect(
      try tree.consistency(from: 7, to: 15).hashes.map(\.base64)
        == ["2Q0P5jSR+TdkwdXWyx+GbBWX0KZbNZkWzCjyTPSozsw=", first] + shared)
  }
}
