import Testing
import TransparencyLog

/// All cases of transparency-dev/merkle, most of which have to be refused.
struct MerkleVectorTests {
  @Test func `98 inclusion cases have the verdict their authors give`() throws {
    let cases = try Vectors.merkle().inclusion
    #expect(cases.count == 98)
    for vector in cases {
      let verdict = refusal {
        let proof = InclusionProof(index: vector.leafIdx, hashes: try Self.hashes(vector.proof))
        let head = TreeHead(size: vector.treeSize, root: try TreeHash(base64: vector.root))
        try proof.check(leaf: try TreeHash(base64: vector.leafHash), in: head)
      }
      #expect((verdict != nil) == vector.wantErr, "\(vector.name): \(String(describing: verdict))")
    }
  }

  @Test func `98 consistency cases have the verdict their authors give`() throws {
    let cases = try Vectors.merkle().consistency
    #expect(cases.count == 98)
    for vector in cases {
      let verdict = refusal {
        let old = TreeHead(size: vector.size1, root: Self.root(vector.root1))
        let head = TreeHead(size: vector.size2, root: Self.root(vector.root2))
        try ConsistencyProof(hashes: try Self.hashes(vector.proof)).check(from: old, to: head)
      }
      #expect((verdict != nil) == vector.wantErr, "\(vector.name): \(String(describing: verdict))")
    }
  }

  /// The root, or the hash of what its authors put in its place: some cases have words there, which a `TreeHash` cannot
  /// be, and turn on nothing but whether both are the same.
  private static func root(_ text: String) -> TreeHash {
    if let hash = try? TreeHash(base64: text) { return hash }
    let words = Array(text.utf8)
    return .leaf(words.span.bytes)
  }

  private static func hashes(_ proof: [String]?) throws -> [TreeHash] {
    var hashes: [TreeHash] = []
    for text in proof ?? [] { hashes.append(try TreeHash(base64: text)) }
    return hashes
  }
}
