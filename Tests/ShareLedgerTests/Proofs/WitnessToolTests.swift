import ShareLedger
import Testing

@testable import ShareLedgerCLI

@Suite struct `Witnesses cosign` {
  private let signed: SignedLedger
  private let witness: LoopbackWitness

  init() throws {
    signed = try SignedLedger()
    witness = try LoopbackWitness(signed.policy)
  }

  private func checkpoint(_ lab: String = "lab") throws -> Tool.Answer {
    try Tool.run(
      "checkpoint", signed.folder(lab), "--key", signed.key, "--witness", witness.url, "--witness-key",
      witness.key.cosignatureVerifier.text)
  }

  private func policy() throws -> TrustPolicy {
    try TrustPolicy(
      logKeys: signed.policy.logKeys, witnessKeys: [witness.key.cosignatureVerifier], witnessCountMin: 1)
  }

  @Test func `what continues the checkpoint before, and the line is kept`() throws {
    defer { witness.stop() }
    let first = try checkpoint()
    #expect(first.status == 0, "\(first.error)")
    let opened = try policy().open(Array(first.output.utf8))
    #expect(opened.head.size == 6 && opened.cosignatures.first?.unixSeconds == 1_700_000_000)
    #expect(try signed.folder.text("lab.key.checkpoint") == first.output)
    #expect(try signed.folder.text("lab/checkpoint") == first.output)
    try signed.pay(100)
    let second = try checkpoint()
    #expect(second.status == 0, "\(second.error)")
    #expect(try policy().open(Array(second.output.utf8)).head.size == 7)
    // The size to prove from comes from the witness itself.
    #expect(witness.requests == [0, 0, 6])
    #expect(witness.head.size == 7)
  }

  @Test func `not a log that is behind what they cosigned, or another history`() throws {
    defer { witness.stop() }
    witness.head = TreeHead(size: 9, root: .ofEmptyTree)
    let behind = try checkpoint()
    #expect(behind.status == 1 && behind.error.contains("it cosigned size 9, this is 6"), "\(behind)")
    witness.head = TreeHead(size: 5, root: .ofEmptyTree)
    let other = try checkpoint()
    #expect(other.status == 1 && other.error.contains("HTTP status 422") && other.output.isEmpty, "\(other)")
    #expect(try signed.opened("lab.key.checkpoint").note.signatures.count == 1, "signed, not cosigned")
  }

  @Test func `and a line in their name by another key is refused`() throws {
    defer { witness.stop() }
    witness.lie()
    let answer = try checkpoint()
    #expect(answer.status == 1 && answer.output.isEmpty, "\(answer)")
    #expect(answer.error.contains("tooFewWitnesses"), "\(answer)")
  }

  @Test func `or are not there`() throws {
    witness.stop()
    let answer = try checkpoint()
    #expect(answer.status == 1 && answer.error.contains("could not be asked"), "\(answer)")
    let other = try Tool.run("checkpoint", signed.folder("lab"), "--key", signed.key, "--witness", witness.url)
    #expect(other.status == 2 && other.error.contains("--witness-key"), "\(other)")
  }

  @Test func `whatever heads their answers have`() {
    let head = "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 409 \r\ncontent-type: text/x.tlog.size\r\nX: y\r\n\r\n"
    #expect(CurlPost.head(of: head)?.status == 409)
    #expect(CurlPost.head(of: head)?.contentType == WitnessResponse.sizeContentType)
    #expect(CurlPost.head(of: "HTTP/1.1 200 OK\n\n")?.contentType == nil)
    #expect(CurlPost.head(of: "nonsense") == nil && CurlPost.head(of: "") == nil)
  }
}
