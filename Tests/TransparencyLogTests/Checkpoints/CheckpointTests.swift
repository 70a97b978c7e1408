import Testing
import TransparencyLog

struct CheckpointTests {
  private static let root = "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs="

  @Test(arguments: [
    "example.com/log\n0\n\(root)\n", "go.sum database tree\n15\n\(root)\n", "é+\n9223372036854775807\n\(root)\n",
    "a\n1\n\(root)\nextension\n", "a\n1\n\(root)\n \nb\n",
  ])
  func `a checkpoint is written back as it was read`(text: String) throws {
    #expect(try Checkpoint(text: Array(text.utf8)).text == Array(text.utf8))
  }

  @Test(arguments: [
    "", "\n", "a", "a\n", "a\n1\n", "a\n1\n\(root)", "\n1\n\(root)\n", "a\n\n\(root)\n", "a\n01\n\(root)\n",
    "a\n00\n\(root)\n", "a\n-1\n\(root)\n", "a\n+1\n\(root)\n", "a\n1 \n\(root)\n", "a\n0x1\n\(root)\n",
    "a\n1.0\n\(root)\n",
    "a\n９\n\(root)\n", "a\n9223372036854775808\n\(root)\n", "a\n18446744073709551615\n\(root)\n",
    "a\n18446744073709551616\n\(root)\n", "a\n99999999999999999999999\n\(root)\n", "a\n1\n\n", "a\n1\nrKbD\n",
    "a\n1\n\(root)=\n", "a\n1\n \(root)\n", "a\n1\n\(root)\n\n", "a\n1\n\(root)\n\nb\n", "a\n1\n\(root)\nb",
    "a\r\n1\n\(root)\n", "a\n1\n\(root)\nb\u{7}\n",
  ])
  func `what is no checkpoint is refused`(text: String) {
    #expect(refusal { try Checkpoint(text: Array(text.utf8)) } == .malformedCheckpoint, "\(text.debugDescription)")
  }

  @Test func `a size that others cannot keep is not written`() throws {
    let head = TreeHead(size: TreeHead.sizeMax + 1, root: .ofEmptyTree)
    #expect(refusal { try Checkpoint(origin: TextLine("a"), head: head) } == .malformedCheckpoint)
  }

  @Test func `the derived cosignature is made and verified`() throws {
    let note = try TesseraLog.checkpoint(15)
    let checkpoint = try Checkpoint(text: note.text)
    let line = try TesseraLog.witness().cosign(checkpoint, unixSeconds: 1_700_000_000)
    #expect(
      line.text
        == "— Wit1 mz+y1QAAAABlU/EAYEDMPd8Ge7XzsHcNU+F3AzavfsuzhRT3gC4BORiySViMAWQq5znn5g+ruu+iDztzMS3EeF6xr4ug+O66ORoSAw=="
    )
    let policy = try TrustPolicy(
      logKeys: [VerifierKey(TesseraLog.vkey)], witnessKeys: [VerifierKey(TesseraLog.witnessVkey)], witnessCountMin: 1)
    let opened = try policy.open(try note.adding([line]).bytes)
    #expect(opened.cosignatures.map(\.unixSeconds) == [1_700_000_000])
    #expect(opened.cosignatures.map(\.key) == policy.witnessKeys)
    #expect(refusal { try policy.open(note) } == .tooFewWitnesses)
  }

  @Test func `another time, text or witness makes a cosignature false`() throws {
    let note = try TesseraLog.checkpoint(15)
    let line = try TesseraLog.witness().cosign(Checkpoint(text: note.text), unixSeconds: 1_700_000_000)
    let policy = try TrustPolicy(
      logKeys: [VerifierKey(TesseraLog.vkey)], witnessKeys: [VerifierKey(TesseraLog.witnessVkey)], witnessCountMin: 1)
    // Every bit of the time and of the signature, flipped in the line.
    let bytes = Array(try note.adding([line]).bytes)
    let start = note.bytes.count + Array("— Wit1 ".utf8).count
    let payload = [0x9b, 0x3f, 0xb2, 0xd5] + line.payload
    for bit in 32..<payload.count * 8 {
      var changed = payload
      changed[bit / 8] ^= 1 << (bit % 8)
      let text = bytes[..<start] + Array((Bytes.base64(changed) + "\n").utf8)
      #expect(refusal { try policy.open(Array(text)) } == .badSignature, "bit \(bit)")
    }
    let smaller = try TesseraLog.checkpoint(14)
    let moved = try smaller.adding([line])
    #expect(refusal { try policy.open(moved) } == .badSignature)
    // A time of 2^63 and more is no cosignature, whatever is signed.
    let late = try TesseraLog.witness().cosign(Checkpoint(text: note.text), unixSeconds: 1 << 63)
    let dated = try note.adding([late])
    #expect(refusal { try policy.open(dated) } == .badSignature)
  }

  @Test func `only the named log's own checkpoint opens`() throws {
    let note = try TesseraLog.checkpoint(15)
    let log = try VerifierKey(TesseraLog.vkey)
    let other = try SigningKey(name: NoteName("other"), seed: [UInt8](repeating: 3, count: 32))
    let foreign = try TrustPolicy(logKeys: [log], origin: TextLine("example.com/log"))
    #expect(refusal { try foreign.open(note) } == .wrongOrigin)
    let unknown = try TrustPolicy(logKeys: [other.verifier], origin: TextLine(TesseraLog.origin))
    #expect(refusal { try unknown.open(note) } == .noKnownSignature)
    // Signed by a witness alone it is not the log's.
    let cosigned = try Note(signing: note.text, with: other)
    let line = try TesseraLog.witness().cosign(Checkpoint(text: note.text), unixSeconds: 1)
    let witnessed = try cosigned.adding([line])
    let policy = try TrustPolicy(logKeys: [log], witnessKeys: [VerifierKey(TesseraLog.witnessVkey)])
    #expect(refusal { try policy.open(witnessed) } == .noKnownSignature)
    let notCheckpoint = try Note(signing: Array("a\n".utf8), with: TesseraLog.key())
    #expect(refusal { try policy.open(notCheckpoint) } == .malformedCheckpoint)
  }

  @Test func `a key serves only as what it is`() throws {
    let (log, witness) = (try VerifierKey(TesseraLog.vkey), try VerifierKey(TesseraLog.witnessVkey))
    #expect(refusal { try TrustPolicy(logKeys: []) } == .unsuitableKey)
    #expect(refusal { try TrustPolicy(logKeys: [witness]) } == .unsuitableKey)
    #expect(refusal { try TrustPolicy(logKeys: [log], witnessKeys: [log]) } == .unsuitableKey)
  }

  @Test func `one public key under two names is one witness`() throws {
    let note = try TesseraLog.checkpoint(15)
    let checkpoint = try Checkpoint(text: note.text)
    let first = try TesseraLog.witness()
    let second = try SigningKey(name: NoteName("Wit2"), seed: TesseraLog.witnessSeed)
    let third = try SigningKey(name: NoteName("Wit3"), seed: [UInt8](repeating: 9, count: 32))
    let keys = [first, second, third].map(\.cosignatureVerifier)
    #expect(keys[0].publicKey == keys[1].publicKey)
    let log = try VerifierKey(TesseraLog.vkey)
    let two = try TrustPolicy(logKeys: [log], witnessKeys: keys, witnessCountMin: 2)
    let twice = try note.adding([first, second].map { try $0.cosign(checkpoint, unixSeconds: 5) })
    #expect(refusal { try two.open(twice) } == .tooFewWitnesses)
    let enough = try twice.adding([third.cosign(checkpoint, unixSeconds: 6)])
    #expect(try two.open(enough).cosignatures.map(\.unixSeconds) == [5, 5, 6])
  }
}
