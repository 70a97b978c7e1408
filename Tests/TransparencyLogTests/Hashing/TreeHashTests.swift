import TestSupport
import Testing
import TransparencyLog

struct TreeHashTests {
  @Test func `the constants of RFC 6962 hold`() {
    #expect(TreeHash.ofEmptyTree.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(TreeHash.ofEmptyTree.base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    let empty: [UInt8] = []
    #expect(
      TreeHash.leaf(empty.span.bytes).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    let entry = Array("L123456".utf8)
    #expect(
      TreeHash.leaf(entry.span.bytes).hex == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")
  }

  @Test func `a node hashes 0x01, left and right`() throws {
    var random = SeededRandom(seed: 1)
    let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
    let (left, right) = (bytes[..<32], bytes[32...])
    let node = TreeHash.node(try Self.hash(left), try Self.hash(right))
    #expect(node.hex == Bytes.sha256Hex([1] + bytes))
  }

  @Test func `a leaf hashes 0x00 and the entry, whatever its length`() {
    for count in 0...300 {
      let entry = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      #expect(TreeHash.leaf(entry.span.bytes).hex == Bytes.sha256Hex([0] + entry))
    }
  }

  @Test func `the roots of the tree of eight leaves hold`() throws {
    let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    let roots = [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    var range = CompactRange()
    #expect(range.root.hex == roots[0])
    for (leaf, root) in zip(leaves, roots.dropFirst()) {
      range.append(.leaf(Bytes.hex(leaf).span.bytes))
      #expect(range.root.hex == root)
    }
  }

  @Test func `text forms are read back, and only in one spelling`() throws {
    let hash = TreeHash.ofEmptyTree
    #expect(try TreeHash(hex: hash.hex) == hash)
    #expect(try TreeHash(base64: hash.base64) == hash)
    #expect(hash.withBytes { $0.byteCount } == 32)
    #expect(Bytes.base64(hash.bytes) == hash.base64)
    // The last digit before the padding carries two bits that mean nothing.
    let refused = [
      "", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==", "=7DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU====",
    ]
    for text in refused { #expect(refusal { try TreeHash(base64: text) } == .malformedHash) }
    for text in ["", hash.hex.uppercased(), String(hash.hex.dropLast()), hash.hex + "00", hash.hex.dropLast(2) + "0g"] {
      #expect(refusal { try TreeHash(hex: text) } == .malformedHash)
    }
    #expect(refusal { try Self.hash(hash.bytes.dropLast()) } == .malformedHash)
  }

  @Test func `base64 agrees with Foundation's at every length`() {
    var random = SeededRandom(seed: 64)
    for count in 0...70 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64Probe.encode(bytes) == Bytes.base64(bytes))
      #expect(Base64Probe.decode(Bytes.base64(bytes)) == bytes)
    }
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) throws(TransparencyError) -> TreeHash {
    try TreeHash(bytes.span.bytes)
  }
}
