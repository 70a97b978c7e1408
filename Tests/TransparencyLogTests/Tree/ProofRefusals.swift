import TestSupport
import Testing
import TransparencyLog

/// A proof holds as it is, and no other one does.
struct ProofRefusals {
  private let tree = StoredTree.numbered(700)

  @Test func `every flipped bit of an inclusion proof is refused`() throws {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<12 {
      let size = UInt64.random(in: 2...700, using: &random)
      let index = UInt64.random(in: 0..<size, using: &random)
      let (proof, leaf, head) = (try tree.inclusion(index, in: size), tree.leaf(index), try tree.head(size))
      try proof.check(leaf: leaf, in: head)
      let note: Comment = "index \(index) of \(size), seed \(seed)"
      for place in proof.hashes.indices {
        for bit in 0..<256 {
          var hashes = proof.hashes
          hashes[place] = try Self.flip(hashes[place], bit)
          #expect(Self.verdict(InclusionProof(index: index, hashes: hashes), leaf, head) == .rootMismatch, note)
        }
      }
      for bit in 0..<256 {
        #expect(Self.verdict(proof, try Self.flip(leaf, bit), head) == .rootMismatch, note)
        let other = TreeHead(size: size, root: try Self.flip(head.root, bit))
        #expect(Self.verdict(proof, leaf, other) == .rootMismatch, note)
      }
      for bit in 0..<64 as Range<UInt64> {
        #expect(Self.verdict(InclusionProof(index: index ^ 1 << bit, hashes: proof.hashes), leaf, head) != nil, note)
      }
    }
  }

  @Test func `every flipped bit of a consistency proof is refused`() throws {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<12 {
      let size = UInt64.random(in: 2...700, using: &random)
      let oldSize = UInt64.random(in: 1..<size, using: &random)
      let (old, head) = (try tree.head(oldSize), try tree.head(size))
      let proof = try tree.consistency(from: oldSize, to: size)
      try proof.check(from: old, to: head)
      let note: Comment = "\(oldSize) to \(size), seed \(seed)"
      for place in proof.hashes.indices {
        for bit in 0..<256 {
          var hashes = proof.hashes
          hashes[place] = try Self.flip(hashes[place], bit)
          #expect(Self.verdict(ConsistencyProof(hashes: hashes), old, head) != nil, note)
        }
      }
      for bit in 0..<256 {
        let otherOld = TreeHead(size: oldSize, root: try Self.flip(old.root, bit))
        #expect(Self.verdict(proof, otherOld, head) != nil, note)
        let other = TreeHead(size: size, root: try Self.flip(head.root, bit))
        #expect(Self.verdict(proof, old, other) == .rootMismatch, note)
      }
    }
  }

  @Test func `a hash more, a hash less and hashes in another order are refused`() throws {
    let head = try tree.head(15)
    let inclusion = try tree.inclusion(6, in: 15)
    let leaf = tree.leaf(6)
    let consistency = try tree.consistency(from: 7, to: 15)
    let old = try tree.head(7)
    for (hashes, code) in Self.disturbed(inclusion.hashes) {
      #expect(Self.verdict(InclusionProof(index: 6, hashes: hashes), leaf, head) == code)
    }
    for (hashes, code) in Self.disturbed(consistency.hashes) {
      let found = Self.verdict(ConsistencyProof(hashes: hashes), old, head)
      #expect(found == code || code == .rootMismatch && found == .oldRootMismatch)
    }
    #expect(Self.verdict(ConsistencyProof(hashes: []), old, head) == .proofTooShort)
    #expect(Self.verdict(ConsistencyProof(hashes: []), try tree.head(8), head) == .proofTooShort)
    #expect(Self.verdict(ConsistencyProof(hashes: [leaf]), head, head) == .proofTooLong)
  }

  @Test func `proofs of what cannot be are refused before anything is read`() throws {
    for (index, size) in [(0, 0), (1, 1), (15, 15), (UInt64.max, 15), (UInt64.max, UInt64.max)] as [(UInt64, UInt64)] {
      #expect(refusal { try InclusionProof.plan(index: index, size: size) } == .indexOutOfRange)
      let head = TreeHead(size: size, root: .ofEmptyTree)
      #expect(Self.verdict(InclusionProof(index: index, hashes: []), .ofEmptyTree, head) == .indexOutOfRange)
    }
    for (old, size) in [(0, 0), (0, 5), (6, 5), (UInt64.max, 5)] as [(UInt64, UInt64)] {
      #expect(refusal { try ConsistencyProof.plan(from: old, to: size) } == .sizesOutOfOrder)
      let (older, newer) = (TreeHead(size: old, root: .ofEmptyTree), TreeHead(size: size, root: .ofEmptyTree))
      #expect(Self.verdict(ConsistencyProof(hashes: []), older, newer) == .sizesOutOfOrder)
    }
  }

  @Test func `a rewritten log has no proof that it began as it did`() throws {
    for changed in 0..<100 {
      var entries = tree.entries
      entries[changed] += [0x20]
      let other = StoredTree(entries)
      for oldSize in [UInt64(changed + 1), 100, 128, 699] where oldSize > changed {
        let proof = try other.consistency(from: oldSize, to: 700)
        #expect(Self.verdict(proof, try tree.head(oldSize), other.head) != nil)
        #expect(Self.verdict(try tree.consistency(from: oldSize, to: 700), try tree.head(oldSize), other.head) != nil)
      }
    }
  }

  @Test func `a failure to read a node is the caller's own`() throws {
    struct Unreadable: Error, Equatable { let node: NodeID }
    let plan = try InclusionProof.plan(index: 6, size: 15)
    #expect(throws: Unreadable(node: plan.nodes[2])) {
      try plan.hashes { node throws(Unreadable) in
        if node == plan.nodes[2] { throw Unreadable(node: node) }
        return tree.hash(node)
      }
    }
  }

  private static func disturbed(_ hashes: [TreeHash]) -> [([TreeHash], TransparencyError.Code)] {
    let (first, last) = (hashes.startIndex, hashes.count - 1)
    return [
      (hashes + [.ofEmptyTree], .proofTooLong), ([.ofEmptyTree] + hashes, .proofTooLong),
      (Array(hashes.dropLast()), .proofTooShort), (Array(hashes.dropFirst()), .proofTooShort),
      (hashes[first...last].reversed(), .rootMismatch),
    ]
  }

  private static func flip(_ hash: TreeHash, _ bit: Int) throws -> TreeHash {
    var bytes = hash.bytes
    bytes[bit / 8] ^= 1 << (bit % 8)
    return try TreeHash(bytes.span.bytes)
  }

  private static func verdict(_ proof: InclusionProof, _ leaf: TreeHash, _ head: TreeHead) -> TransparencyError.Code? {
    refusal { try proof.check(leaf: leaf, in: head) }
  }

  private static func verdict(_ proof: ConsistencyProof, _ old: TreeHead, _ head: TreeHead) -> TransparencyError.Code? {
    refusal { try proof.check(from: old, to: head) }
  }
}
