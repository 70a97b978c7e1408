import ShareLedger

/// An answer and what it rests on.
struct CertifiedAnswer {
  let answer: Answer
  let certificate: Certificate
  /// The answer in JSON without the certificate, which is what the certificate has the hash of.
  let canonicalBytes: [UInt8]

  init(_ answer: Answer, _ view: LedgerView, question: [String], revision: UInt64) throws {
    self.answer = answer
    canonicalBytes = try answer.canonicalBytes()
    certificate = try view.certificate(of: canonicalBytes, to: question, revision: revision)
  }

  /// Writes the answer: for people with the certificate below, as JSON with it as the last member where the answer is
  /// an object, on a printout at its end. CSV has rows only, a JSON array stays one, and a bare answer is as it is:
  /// `--certificate` writes it beside them.
  func write(_ output: Output, _ format: OutputFormat?) throws {
    if let printout = answer.printout { return try output.write(printout.document(certificate)) }
    if answer.isBare { return try answer.write(output, format) }
    switch format {
    case .csv: try answer.write(output, .csv)
    case .json: try output.write(json)
    case nil:
      try answer.write(output, nil)
      for line in certificate.footer { try output.remark(Visible.text(line)) }
    }
  }

  private var json: [UInt8] {
    let end = Array("}\n".utf8)
    guard canonicalBytes.first == UInt8(ascii: "{"), canonicalBytes.count > 3 else { return canonicalBytes }
    var writer = JSONWriter()
    certificate.write(to: &writer)
    return canonicalBytes.dropLast(end.count) + Array(",\"certificate\":".utf8) + writer.bytes + end
  }
}

extension Certificate {
  /// The certificate as lines below an answer.
  var footer: [String] {
    [
      "certificate: \(log) · size \(head.size) · root \(head.root)",
      "  valid \(valid) · known \(head.size) · \(question.map(\.text).joined(separator: " ")) · revision \(revision)",
      "  policy \(policy?.text ?? "-") · indicators \(indicators?.text ?? "-") · schemas \(schemas.hex)",
      "  SHA-256 of the answer \(result.hex)",
    ]
  }

  /// Writes the certificate as an object.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("log", log.text)
    writer.member("size", "\(head.size)")
    writer.member("root", head.root.base64)
    writer.member("valid", valid.text)
    writer.member("known", "\(head.size)")
    writer.key("question")
    writer.beginArray()
    for word in question { writer.string(word.text) }
    writer.endArray()
    writer.member("revision", Int64(clamping: revision))
    writer.member("schemas", schemas.hex)
    writer.member("policy", policy?.text)
    writer.member("indicators", indicators?.text)
    writer.member("result", result.hex)
    writer.endObject()
  }
}
