import Testing
import TransparencyLog

struct WitnessTests {
  private func request(from oldSize: UInt64) throws -> WitnessRequest {
    let hashes = oldSize == 0 ? [] : try TesseraLog.tree().consistency(from: oldSize, to: 15).hashes
    return try WitnessRequest(
      oldSize: oldSize, proof: ConsistencyProof(hashes: hashes), checkpoint: TesseraLog.checkpoint(15))
  }

  @Test func `a request has the form of C2SP and is read back`() throws {
    let note = String(decoding: try TesseraLog.checkpoint(15).bytes, as: UTF8.self)
    let proof = try TesseraLog.tree().consistency(from: 7, to: 15).hashes.map { $0.base64 + "\n" }.joined()
    #expect(try request(from: 7).bytes == Array("old 7\n\(proof)\n\(note)".utf8))
    #expect(try request(from: 0).bytes == Array("old 0\n\n\(note)".utf8))
    for size in 0...15 as ClosedRange<UInt64> {
      #expect(try WitnessRequest(request(from: size).bytes) == request(from: size))
    }
  }

  @Test func `what is no request is refused`() throws {
    let good = String(decoding: try request(from: 7).bytes, as: UTF8.self)
    let changes = [
      ("old 7", "old 07"), ("old 7", "old -7"), ("old 7", "old"), ("old 7", "Old 7"), ("old 7", "old 7 "),
      ("old 7", "old 9223372036854775808"), ("old 7\n", ""), ("2Q0P5j", "2Q0P5"), ("old 7\n", "old 7\r\n"),
    ]
    for (old, new) in changes {
      let text = good.replacing(old, with: new)
      #expect(refusal { try WitnessRequest(Array(text.utf8)) } == .malformedRequest, "\(new)")
    }
    let broken = good.replacing("— ", with: "-- ")
    #expect(refusal { try WitnessRequest(Array(broken.utf8)) } == .malformedNote)
    #expect(refusal { try WitnessRequest([]) } == .malformedRequest)
  }

  @Test func `63 hashes are asked with and no more`() throws {
    let note = try TesseraLog.checkpoint(15)
    func bytes(_ count: Int) -> [UInt8] {
      let lines = String(repeating: TreeHash.ofEmptyTree.base64 + "\n", count: count)
      return Array("old 7\n\(lines)\n".utf8) + note.bytes
    }
    #expect(try WitnessRequest(bytes(63)).proof.hashes.count == 63)
    #expect(refusal { try WitnessRequest(bytes(64)) } == .malformedRequest)
    let long = ConsistencyProof(hashes: [TreeHash](repeating: .ofEmptyTree, count: 64))
    #expect(refusal { try WitnessRequest(oldSize: 7, proof: long, checkpoint: note) } == .malformedRequest)
  }

  @Test func `a witness's lines are added to the checkpoint and count`() throws {
    let note = try TesseraLog.checkpoint(15)
    let line = try TesseraLog.witness().cosign(Checkpoint(text: note.text), unixSeconds: 7)
    let answer = try WitnessResponse(status: 200, contentType: nil, body: Array((line.text + "\n").utf8))
    guard case .cosigned(let lines) = answer else {
      Issue.record("\(answer)")
      return
    }
    let policy = try TrustPolicy(
      logKeys: [VerifierKey(TesseraLog.vkey)], witnessKeys: [VerifierKey(TesseraLog.witnessVkey)], witnessCountMin: 1)
    #expect(try policy.open(note.adding(lines)).cosignatures.count == 1)
  }

  @Test func `a conflict names the size, and other answers are refusals`() throws {
    let type = WitnessResponse.sizeContentType
    #expect(try WitnessResponse(status: 409, contentType: type, body: Array("7\n".utf8)) == .conflict(size: 7))
    for body in ["", "7", "07\n", "7\n\n", "-7\n", "7 \n"] {
      #expect(
        refusal { try WitnessResponse(status: 409, contentType: type, body: Array(body.utf8)) } == .malformedResponse)
    }
    #expect(
      refusal { try WitnessResponse(status: 409, contentType: nil, body: Array("7\n".utf8)) } == .malformedResponse)
    #expect(refusal { try WitnessResponse(status: 200, contentType: nil, body: []) } == .malformedResponse)
    #expect(refusal { try WitnessResponse(status: 200, contentType: nil, body: Array("a\n".utf8)) } == .malformedNote)
    for status in [400, 403, 404, 422, 500] {
      #expect(try WitnessResponse(status: status, contentType: nil, body: []) == .refused(status: status))
    }
  }
}
