import Testing
import TransparencyLog

struct TileTests {
  @Test func `paths are read and written in one spelling`() throws {
    for path in [
      "tile/0/000", "tile/0/000.p/1", "tile/1/001.p/17", "tile/0/273.p/112", "tile/63/x001/x234/067",
      "tile/5/x001/000.p/255", "tile/0/999", "tile/0/x036/x028/x797/x018/x963/967",
    ] {
      #expect(try Tile(path: path).path == path)
    }
    #expect(try Tile(path: "tile/2/x001/x234/067.p/9").index == 1_234_067)
    for path in [
      "", "tile", "tile/0", "tile/0/", "tile/00/000", "tile/64/000", "tile/-1/000", "tile/0/00", "tile/0/0000",
      "tile/0/x000/001", "tile/0/001/000", "tile/0/x001", "tile/0/x001/x000", "tile/0/000.p/0", "tile/0/000.p/256",
      "tile/0/000.p/01", "tile/0/000.p/", "tile/0/000.p", "tile/0/000.q/1", "tile/0/000/", "tile/0/+00", "/tile/0/000",
      "tile/0/000.p/+1", "tile/0/0a0", "tile/entries/000", "Tile/0/000", "tile/0/x036/x028/x797/x018/x963/968",
      "tile/0/x018/x446/x744/x073/x709/x550/615", "tile/0/x018/x446/x744/x073/x709/x551/616",
      "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/000.p/99999999999999999999",
    ] {
      #expect(refusal { try Tile(path: path) } == .malformedTile, "\(path)")
    }
    for path in ["tile/entries/000", "tile/entries/x001/x234/067.p/9"] {
      #expect(try EntryBundle(path: path).path == path)
    }
    for path in ["", "tile/entries", "tile/entries/", "tile/0/000", "tile/entries/00", "tile/entries/000.p/0"] {
      #expect(refusal { try EntryBundle(path: path) } == .malformedTile, "\(path)")
    }
  }

  @Test func `a tree has its tiles and no wider, later or higher ones`() throws {
    for tile in Tile.changed(from: 0, to: 70_000) { #expect(tile.isWithin(size: 70_000), "\(tile.path)") }
    for path in [
      "tile/0/273.p/113", "tile/0/273", "tile/0/274.p/1", "tile/1/001.p/18", "tile/2/000.p/2", "tile/3/000.p/1",
      "tile/7/000.p/1", "tile/8/000.p/1", "tile/63/000.p/1", "tile/63/x036/x028/x797/x018/x963/967",
    ] {
      #expect(try !Tile(path: path).isWithin(size: 70_000), "\(path)")
    }
    #expect(try EntryBundle(path: "tile/entries/x036/x028/x797/x018/x963/967").entries.upperBound == 1 << 63)
  }

  @Test func `the tiles of 70,000 leaves are those of the specification`() throws {
    let tree = StoredTree.numbered(70_000)
    let tiles = Tile.changed(from: 0, to: 70_000)
    #expect(tiles.count == 274 + 2 + 1)
    #expect(
      tiles.filter { $0.width < 256 }.map(\.path) == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"])
    #expect(tree.head.root.hex == "1a4cdfcb66374a0c0dcbef49acbd4976d13ee864fb3cb241fc943cad04f02f7e")
    let hashes = try ["tile/1/000", "tile/1/001.p/17", "tile/0/273.p/112"].map { path in
      Bytes.sha256Hex(try Tile(path: path).content(reading: tree.hash))
    }
    #expect(
      hashes == [
        "ea7b038bc73489c89c31a27ac355aaca65a4ed73f0dd7484e68deb29d30f10a2",
        "adfaca2731630fe7944a4b98a0f98ef3e98685eafda09e6f81070218fb759ce4",
        "4d21244557c976993a9a89bf928a46b5a876585228df279878239fd84489e5a5",
      ])
    let top = try Tile(path: "tile/2/000.p/1").content(reading: tree.hash)
    #expect(top == Bytes.hex("f025d06ed804859fd274a1bdacadd6e48ea87634aa91e1edb20143f9498cd02b"))
  }

  @Test(arguments: [
    (255, "Mvhbyqh9e80Fco8J6a66NQumovczgwCH8Fl2goSL5cs=", ["tile/0/000.p/255"]),
    (256, "goUV0DPBnYyQHzfsy4rtkZZncDSG+NL/8c9wQDIcXbE=", ["tile/0/000", "tile/1/000.p/1"]),
    (257, "HtoEmkNR2G92JSvX7At3Rq11t/oDFq1fVB29pFijEsQ=", ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]),
    (
      513, "wk9iB1x27Hf2v1FZ5zLPGVKBT7G+oAfjPpKtm916/aA=",
      ["tile/0/000", "tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2"]
    ),
  ])
  func `edge sizes have the roots and tiles they should`(size: Int, root: String, paths: [String]) {
    #expect(StoredTree.numbered(size).head.root.base64 == root)
    #expect(Tile.changed(from: 0, to: UInt64(size)).map(\.path) == paths)
  }

  @Test func `what is published step by step is what is published at once`() {
    let sizes: [UInt64] = [0, 0, 1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000, 70_000]
    var files: Set<String> = []
    for (old, size) in zip(sizes, sizes.dropFirst()) {
      let changed = Tile.changed(from: old, to: size).map(\.path)
      #expect(Set(changed).isDisjoint(with: files))
      #expect(old < size || changed.isEmpty)
      files.formUnion(changed)
      let whole = Tile.changed(from: 0, to: size).map(\.path)
      #expect(files.isSuperset(of: whole), "\(size)")
      let bundles = EntryBundle.changed(from: old, to: size)
      #expect(bundles.last?.entries.upperBound ?? size == size)
      #expect(bundles.first.map { $0.entries.contains(old) } ?? true)
    }
  }

  @Test func `proofs are made from tiles alone`() throws {
    let size: UInt64 = 70_000
    let tree = StoredTree.numbered(Int(size))
    var files: [String: [UInt8]] = [:]
    for tile in Tile.changed(from: 0, to: size) { files[tile.path] = tile.content(reading: tree.hash) }
    func hash(_ node: NodeID) throws -> TreeHash {
      let tile = Tile.holding(node, size: size)
      return tile.hash(of: node, in: try tile.hashes(try #require(files[tile.path], "\(tile.path)")))
    }
    for index in [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999] as [UInt64] {
      let hashes = try InclusionProof.plan(index: index, size: size).hashes(reading: hash)
      try InclusionProof(index: index, hashes: hashes).check(leaf: tree.leaf(index), in: tree.head)
      let old = try ConsistencyProof.plan(from: index + 1, to: size).hashes(reading: hash)
      try ConsistencyProof(hashes: old).check(from: tree.head(index + 1), to: tree.head)
    }
  }

  @Test func `content of another length is refused`() throws {
    let tile = try Tile(path: "tile/0/000.p/3")
    for count in [0, 95, 97, 128] {
      #expect(refusal { try tile.hashes([UInt8](repeating: 0, count: count)) } == .malformedTile)
    }
    #expect(try tile.hashes([UInt8](repeating: 0, count: 96)).count == 3)
  }

  @Test func `bundles hold entries of every length they can`() throws {
    let entries = [0, 1, 255, 256, 65_535].map { [UInt8](repeating: UInt8($0 & 0xFF), count: $0) }
    var content: [UInt8] = []
    for entry in entries { try EntryBundle.append(entry, to: &content) }
    #expect(content.prefix(5) == [0, 0, 0, 1, 1])
    #expect(try EntryBundle(path: "tile/entries/000.p/5").entries(content).map { Array($0) } == entries)
    var untouched = content
    let long = [UInt8](repeating: 0, count: 65_536)
    #expect(refusal { try EntryBundle.append(long, to: &untouched) } == .tooLong)
    #expect(untouched == content)
  }

  @Test func `a bundle that does not add up is refused`() throws {
    let bundle = try EntryBundle(path: "tile/entries/000.p/3")
    let good = Bytes.hex("00036f6e65" + "000374776f" + "00057468726565")
    #expect(try bundle.entries(good).map { String(decoding: $0, as: UTF8.self) } == ["one", "two", "three"])
    for count in good.indices {
      #expect(refusal { try bundle.entries(Array(good[..<count])) } == .malformedTile)
    }
    #expect(refusal { try bundle.entries(good + [0]) } == .malformedTile)
    #expect(refusal { try bundle.entries(good + [0, 0]) } == .malformedTile)
  }
}
