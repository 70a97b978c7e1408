import Testing
import TransparencyLog

/// Certificates of answers, on the public test log.
@Suite struct Answers {
  static let answer = Array(#"{"sum":"15"}"#.utf8)
  static let text = """
    shareledger-certificate/v1
    log example.com/log/testdata
    size 15
    root rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=
    valid 2025-06-30T23:59:59+08:00
    known 15
    question balance
    argument income
    argument 两 words
    revision 1
    schemas \(String(repeating: "0a", count: 32))
    policy -
    indicators I-1
    result \(Bytes.sha256Hex(answer))

    """

  static func certificate(_ size: UInt64 = 15, log: String = TesseraLog.origin) throws -> Certificate {
    Certificate(
      log: try TextLine(log), head: try TesseraLog.tree().head(size), valid: try TextLine("2025-06-30T23:59:59+08:00"),
      question: try ["balance", "income", "两 words"].map { try TextLine($0) }, revision: 1,
      schemas: try TreeHash(hex: String(repeating: "0a", count: 32)), policy: nil, indicators: try TextLine("I-1"),
      result: try TreeHash(hex: Bytes.sha256Hex(answer)))
  }

  @Test func `a certificate has one text`() throws {
    #expect(String(decoding: try Self.certificate().text, as: UTF8.self) == Self.text)
    #expect(try Certificate(text: Array(Self.text.utf8)) == Self.certificate())
  }

  @Test func `every line of it counts`() throws {
    let lines = Self.text.split(separator: "\n").map(String.init)
    for index in lines.indices {
      if lines[index].hasPrefix("argument") { continue }
      var fewer = lines
      fewer.remove(at: index)
      var changed = lines
      changed[index] = "x" + changed[index]
      var twice = lines
      twice.insert(lines[index], at: index)
      for text in [fewer, changed, twice] {
        let bytes = Array((text.joined(separator: "\n") + "\n").utf8)
        #expect(refusal { try Certificate(text: bytes) } == .malformedCertificate, "\(text[index])")
      }
    }
    for (old, new) in [("known 15", "known 14"), ("size 15", "size 015"), ("argument income", "argument "), ("-", "")] {
      #expect(
        refusal { try Certificate(text: Array(Self.text.replacing(old, with: new).utf8)) } == .malformedCertificate)
    }
    #expect(refusal { try Certificate(text: Array((Self.text + "x 1\n").utf8)) } == .malformedCertificate)
  }

  @Test func `another answer or another tree is not certified`() throws {
    let certificate = try Self.certificate()
    try certificate.check(answer: Self.answer, head: TesseraLog.tree().head)
    let tree = try TesseraLog.tree().head(14)
    #expect(refusal { try certificate.check(answer: Self.answer, head: tree) } == .rootMismatch)
    #expect(
      refusal { try certificate.check(answer: Self.answer + [10], head: TesseraLog.tree().head) } == .resultMismatch)
  }
}
