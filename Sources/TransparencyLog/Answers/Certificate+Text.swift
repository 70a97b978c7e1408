extension Certificate {
  /// The lines of the text form, without newlines, as they are also shown below answers.
  ///
  /// Each has a name, a blank and a value; a value that is absent is `-`.
  public var lines: [String] {
    [
      Self.header, "log \(log)", "size \(head.size)", "root \(head.root)", "valid \(valid)", "known \(head.size)",
      "question \(question[0])",
    ]
      + question.dropFirst().map { "argument \($0)" } + [
        "revision \(revision)", "schemas \(schemas.hex)", "policy \(policy?.text ?? "-")",
        "indicators \(indicators?.text ?? "-")", "result \(result.hex)",
      ]
  }

  /// The text form: every line with its newline.
  public var text: [UInt8] {
    var text: [UInt8] = []
    for line in lines { text.append(line: line) }
    return text
  }

  /// Reads the text form.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedCertificate` or `tooLong`.
  public init(text: [UInt8]) throws(TransparencyError) {
    var values = try CertificateLines(text)
    guard values.takeHeader(Self.header), let log = values.text("log"), let size = values.number("size"),
      let root = values.value("root").flatMap({ try? TreeHash(base64: $0) }), let valid = values.text("valid"),
      values.number("known") == size, let name = values.text("question")
    else { throw CertificateLines.malformed }
    var question = [name]
    while let argument = values.text("argument") { question.append(argument) }
    guard let revision = values.number("revision"), let schemas = values.hash("schemas"),
      let policy = values.text("policy"), let indicators = values.text("indicators"),
      let result = values.hash("result"), values.isAtEnd
    else { throw CertificateLines.malformed }
    let absent = Array("-".utf8)
    self.init(
      log: log, head: TreeHead(size: size, root: root), valid: valid, question: question, revision: revision,
      schemas: schemas, policy: policy.utf8 == absent ? nil : policy,
      indicators: indicators.utf8 == absent ? nil : indicators, result: result)
  }

  private static let header = "shareledger-certificate/v1"
}

/// Takes the lines of a certificate in their order.
private struct CertificateLines {
  private var lines: TextLines

  init(_ bytes: [UInt8]) throws(TransparencyError) { lines = try TextLines(limited: bytes) }

  var isAtEnd: Bool { lines.rest.isEmpty }

  mutating func takeHeader(_ header: String) -> Bool { lines.next()?.elementsEqual(header.utf8) == true }

  /// The value of the next line if that has the name; else the line stays.
  mutating func value(_ name: String) -> ArraySlice<UInt8>? {
    var rest = lines
    guard let value = rest.next()?.removing(prefix: name + " ") else { return nil }
    lines = rest
    return value
  }

  mutating func text(_ name: String) -> TextLine? { value(name).flatMap(TextLine.init(utf8:)) }
  mutating func number(_ name: String) -> UInt64? { value(name).flatMap { Decimal.read($0) } }
  mutating func hash(_ name: String) -> TreeHash? {
    value(name).flatMap { try? TreeHash(hex: String(decoding: $0, as: UTF8.self)) }
  }

  static let malformed = TransparencyError(
    .malformedCertificate, "a certificate has its header and its lines, each by name, in their order")
}
