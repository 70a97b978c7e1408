import TestSupport
import Testing
import TransparencyLog

struct TreeLaws {
  @Test func `every root and proof up to 40 leaves is what the slow reference makes`() throws {
    let tree = StoredTree.numbered(40)
    let slow = SlowTree(entries: tree.entries)
    for size in 0...40 {
      let head = try tree.head(UInt64(size))
      #expect(head.root.bytes == slow.root(0..<size), "size \(size)")
      for index in 0..<size {
        let proof = try tree.inclusion(UInt64(index), in: UInt64(size))
        #expect(proof.hashes.map(\.bytes) == slow.path(index, 0..<size), "index \(index) of \(size)")
        try proof.check(leaf: tree.leaf(UInt64(index)), in: head)
      }
      for old in 0..<size where old > 0 {
        let proof = try tree.consistency(from: UInt64(old), to: UInt64(size))
        #expect(proof.hashes.map(\.bytes) == slow.subproof(old, 0..<size), "\(old) to \(size)")
        try proof.check(from: tree.head(UInt64(old)), to: head)
      }
    }
  }

  @Test(arguments: [255, 256, 257, 513, 1_000])
  func `proofs at the edges of tiles are what the slow reference makes`(size: Int) throws {
    let tree = StoredTree.numbered(size)
    let slow = SlowTree(entries: tree.entries)
    #expect(tree.head.root.bytes == slow.root(0..<size))
    for index in [0, 1, 127, 128, 253, 254, 255, 256, 511, 512, size - 2, size - 1] where index < size {
      let proof = try tree.inclusion(UInt64(index), in: tree.size)
      #expect(proof.hashes.map(\.bytes) == slow.path(index, 0..<size))
      try proof.check(leaf: tree.leaf(UInt64(index)), in: tree.head)
      let consistency = try tree.consistency(from: UInt64(index + 1), to: tree.size)
      #expect(consistency.hashes.map(\.bytes) == slow.subproof(index + 1, 0..<size))
      try consistency.check(from: tree.head(UInt64(index + 1)), to: tree.head)
    }
  }

  @Test func `random proofs in a log of 70,000 hold`() throws {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let tree = StoredTree.numbered(70_000)
    for _ in 0..<500 {
      let size = UInt64.random(in: 1...tree.size, using: &random)
      let index = UInt64.random(in: 0..<size, using: &random)
      let head = try tree.head(size)
      let inclusion = try tree.inclusion(index, in: size)
      let found = refusal { try inclusion.check(leaf: tree.leaf(index), in: head) }
      #expect(found == nil, "index \(index) of \(size), seed \(seed)")
      let consistency = try tree.consistency(from: index + 1, to: size)
      let old = try tree.head(index + 1)
      let foundOld = refusal { try consistency.check(from: old, to: head) }
      #expect(foundOld == nil, "\(index + 1) to \(size), seed \(seed)")
    }
  }

  @Test func `nodes are stored without gaps in the order they come`() {
    var (range, expected) = (CompactRange(), 0 as UInt64)
    for leaf in 0..<3_000 as Range<UInt64> {
      #expect(NodeID.storedCount(size: leaf) == expected)
      var stored: [TreeHash] = []
      range.append(TreeHash.ofEmptyTree, storing: &stored)
      for level in stored.indices {
        // The node of each level that ends with this leaf.
        #expect(NodeID(level: level, index: leaf >> UInt64(level)).storedIndex == expected)
        expected += 1
      }
    }
  }

  @Test func `a range goes on from the nodes it names`() throws {
    let tree = StoredTree.numbered(300)
    for size in 0...300 as ClosedRange<UInt64> {
      var range = try CompactRange(size: size, hashes: CompactRange.nodes(size: size).map(tree.hash))
      range.append(contentsOf: (size..<300).map(tree.leaf))
      #expect(range.head == tree.head, "from \(size)")
    }
    #expect(refusal { try CompactRange(size: 3, hashes: []) } == .wrongHashCount)
  }

  @Test func `subtrees hashed apart make the same tree`() {
    let tree = StoredTree.numbered(1_000)
    var whole = CompactRange()
    for start in stride(from: 0, to: 1_000, by: 64) {
      var part = CompactRange()
      part.append(contentsOf: (start..<min(start + 64, 1_000)).map { tree.leaf(UInt64($0)) })
      if part.size == 64 {
        whole.append(subtree: part.root, level: 6)
      } else {
        whole.append(contentsOf: (start..<1_000).map { tree.leaf(UInt64($0)) })
      }
    }
    #expect(whole.head == tree.head)
  }
}
