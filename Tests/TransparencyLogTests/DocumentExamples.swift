import Testing
import TransparencyLog

/// The code of the catalogue's page, run as it stands there.
struct DocumentExamples {
  @Test func `a log of one entry is signed and checked`() throws {
    let key = try SigningKey(name: NoteName("example.com/log"), seed: [UInt8](repeating: 7, count: 32))
    let entry = Array("one".utf8)

    var range = CompactRange()
    range.append(.leaf(entry.span.bytes))
    let note = try Checkpoint(origin: TextLine("example.com/log"), head: range.head).signed(by: key)

    let vkey = key.verifier.text
    let bytes = ProofFile(proof: InclusionProof(index: 0, hashes: []), checkpoint: note).bytes

    let policy = try TrustPolicy(logKeys: [VerifierKey(vkey)])
    let opened = try ProofFile(bytes).verify(entry: entry.span.bytes, policy: policy)

    #expect(opened.head == range.head)
  }
}
