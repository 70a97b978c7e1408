import Testing
import TransparencyLog

struct KeyTests {
  @Test func `a verifier key is read back`() throws {
    let key = try VerifierKey(TesseraLog.vkey)
    #expect(key.name.description == TesseraLog.origin)
    #expect(key.kind == .ed25519)
    #expect(key.id == 0x33d7_b496)
    #expect(key.publicKey == Bytes.hex("e1d3bb843784420c1cda9ce9f01232cab7aca371dbcd0d23ea0ee710859244b1"))
    #expect(key.text == TesseraLog.vkey)
    #expect(try TesseraLog.key().verifier == key)
    #expect(try TesseraLog.witness().cosignatureVerifier.text == TesseraLog.witnessVkey)
  }

  @Test func `a private key is read back and never shown`() throws {
    let key = try TesseraLog.key()
    let again = try SigningKey(secretText: key.secretText)
    #expect(again.verifier == key.verifier)
    #expect(again.secretText == key.secretText)
    var shown = "\(key)\(String(reflecting: key))"
    dump(key, to: &shown)
    let secret = try #require(key.secretText.split(separator: "+").last)
    #expect(!shown.contains(secret))
  }

  @Test(arguments: [
    ("", TransparencyError.Code.malformedKey), ("name", .malformedKey), ("a+b", .malformedKey),
    ("+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx", .malformedKey),
    ("a b+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx", .malformedKey),
    ("example.com/log/testdata+33D7B496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx", .malformedKey),
    ("example.com/log/testdata+3d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx", .malformedKey),
    ("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkS", .malformedKey),
    ("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx\n", .malformedKey),
    ("example.com/log/testdata+33d7b496+", .malformedKey), ("example.com/log/testdata+33d7b496+AQ==", .malformedKey),
    ("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", .malformedKey),
    ("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .unknownAlgorithm),
    ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .keyIDMismatch),
    ("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .keyIDMismatch),
  ])
  func `what is no verifier key is refused`(text: String, code: TransparencyError.Code) {
    #expect(refusal { try VerifierKey(text) } == code)
  }

  @Test(arguments: [
    ("", TransparencyError.Code.malformedKey), ("PeterNeumann+c74f20a3+AYEK", .malformedKey),
    ("PRIVATE+KEY+PeterNeumann", .malformedKey), ("PRIVATE+KEY+PeterNeumann+c74f20a3+", .malformedKey),
    ("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKA==", .malformedKey),
    ("PRIVATE+KEY+PeterNeumann+c74f20a3+BIEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", .unknownAlgorithm),
    ("PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", .keyIDMismatch),
  ])
  func `what is no private key is refused`(text: String, code: TransparencyError.Code) {
    #expect(refusal { try SigningKey(secretText: text) } == code)
  }

  @Test func `names are compared by bytes and hold nothing invisible`() throws {
    // Swift's own comparison calls these two the same text.
    #expect("caf\u{e9}" == "cafe\u{301}")
    #expect(try NoteName("caf\u{e9}") != NoteName("cafe\u{301}"))
    #expect(try TextLine("caf\u{e9}") != TextLine("cafe\u{301}"))
    for name in ["", "a b", "a+b", "a\u{a0}b", "a\u{2028}b", "a\u{3000}b", "a\u{85}b", "a\nb", "a\u{0}b", "\t"] {
      #expect(refusal { try NoteName(name) } == .malformedName, "\(name.debugDescription)")
    }
    for line in ["", "\n", "a\nb", "a\r", "\u{1f}"] {
      #expect(refusal { try TextLine(line) } == .malformedLine, "\(line.debugDescription)")
    }
    #expect(try TextLine("go.sum database tree+1").text == "go.sum database tree+1")
  }
}
