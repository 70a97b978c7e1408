import Testing
import TransparencyLog

struct ProofFileTests {
  private func proof(_ index: UInt64 = 6, extra: [UInt8]? = nil) throws -> ProofFile {
    ProofFile(
      proof: try TesseraLog.tree().inclusion(index, in: 15), checkpoint: try TesseraLog.checkpoint(15), extra: extra)
  }

  @Test func `a proof is written in the form of C2SP`() throws {
    let expected = """
      c2sp.org/tlog-proof@v1
      index 6
      ThcgoV2DYcK+VCxBUDWAlNxmLy2r7dq7dK7+OlgQKWs=
      ycRkkNklus5eMVRUvkD1pK321vMrA+jjOiZKU8aOcY4=
      zY1lN35vrXYAPixXSd59LsU29xUJtuW4o2dNNg5Y2Co=
      5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=

      example.com/log/testdata
      15
      rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=

      — example.com/log/testdata \
      M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=

      """
    #expect(try proof().bytes == Array(expected.utf8))
    let extra = expected.replacing("\nindex", with: "\nextra aGVsbG8=\nindex")
    #expect(try proof(extra: Array("hello".utf8)).bytes == Array(extra.utf8))
    #expect(try ProofFile(Array(extra.utf8)) == proof(extra: Array("hello".utf8)))
    #expect(try proof(extra: []).bytes == Array(expected.utf8))
  }

  @Test func `every entry's proof is read back and holds, and for its own entry only`() throws {
    let policy = try TesseraLog.policy()
    for (index, entry) in TesseraLog.entries.enumerated() {
      let file = try ProofFile(proof(UInt64(index)).bytes)
      #expect(try file.verify(entry: entry.span.bytes, policy: policy).head.size == 15)
      let other = TesseraLog.entries[(index + 1) % 15]
      #expect(refusal { try file.verify(entry: other.span.bytes, policy: policy) } == .rootMismatch)
    }
  }

  @Test func `the proof of a log's only entry has no hashes`() throws {
    let file = ProofFile(proof: InclusionProof(index: 0, hashes: []), checkpoint: try TesseraLog.checkpoint(1))
    let read = try ProofFile(file.bytes)
    let policy = try TesseraLog.policy()
    let entry = TesseraLog.entries[0]
    _ = try read.verify(entry: entry.span.bytes, policy: policy)
    let beyond = ProofFile(proof: InclusionProof(index: 1, hashes: []), checkpoint: file.checkpoint)
    #expect(refusal { try beyond.verify(entry: entry.span.bytes, policy: policy) } == .indexOutOfRange)
  }

  @Test func `every flipped bit of a proof file is refused`() throws {
    let bytes = try proof().bytes
    let policy = try TesseraLog.policy()
    let entry = TesseraLog.entries[6]
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      let found = refusal { try ProofFile(changed).verify(entry: entry.span.bytes, policy: policy) }
      if found == nil { Issue.record("bit \(bit) makes no difference") }
    }
    for count in bytes.indices {
      let found = refusal { try ProofFile(Array(bytes[..<count])).verify(entry: entry.span.bytes, policy: policy) }
      if found == nil { Issue.record("\(count) bytes are enough") }
    }
  }

  @Test func `what is no proof file is refused`() throws {
    let good = String(decoding: try proof(extra: [1]).bytes, as: UTF8.self)
    let changes = [
      ("@v1", "@v2"), ("c2sp", " c2sp"), ("@v1\n", "@v1\r\n"), ("@v1\n", "@v1"), ("extra AQ==\n", "extra \n"),
      ("extra AQ==\n", "extra AR==\n"), ("extra AQ==\n", "extra AQ\n"), ("extra AQ==\n", "extra AQ==\nextra AQ==\n"),
      ("extra", "Extra"), ("index 6\n", ""), ("index 6", "index 06"), ("index 6", "index -6"), ("index 6", "index"),
      ("index 6", "index 9223372036854775808"), ("index 6", "index 6 "), ("index 6\n", "index 6\nindex 6\n"),
      ("5jLpqTgj", "5jLpqTg"), ("0Ks=\n\n", "0Kt=\n\n"), ("0Ks=\n\n", "0Ks=\nThc\n\n"), ("0Ks=\n\n", "0Ks= \n\n"),
      ("0Ks=\n\n", "0Ks=\n"),
    ]
    for (old, new) in changes {
      let text = good.replacing(old, with: new)
      #expect(text != good)
      #expect(refusal { try ProofFile(Array(text.utf8)) } == .malformedProofFile, "\(old.debugDescription) → \(new)")
    }
    let unsigned = good.replacing("— ", with: "-- ")
    #expect(refusal { try ProofFile(Array(unsigned.utf8)) } == .malformedNote)
    let moved = try ProofFile(Array(good.replacing("0Ks=\n\n", with: "0Ks=\n\n\n").utf8))
    let policy = try TesseraLog.policy()
    #expect(refusal { try policy.open(moved.checkpoint) } == .malformedCheckpoint)
    #expect(refusal { try ProofFile([]) } == .malformedProofFile)
    let line = TreeHash.ofEmptyTree.base64 + "\n"
    let long = good.replacing("5jLpqTgj", with: String(repeating: line, count: 63) + "5jLpqTgj")
    #expect(refusal { try ProofFile(Array(long.utf8)) } == .malformedProofFile)
  }
}
