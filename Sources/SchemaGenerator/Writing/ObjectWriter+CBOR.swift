extension ObjectWriter {
  /// Writes the codec for stored bytes: a map with the keys in ascending order, absent fields left out.
  func writeCBOR(to source: inout SourceText) {
    source.block("extension \(swiftName)") { source in
      source.doc("Writes the fields as a map from key to value, in the order of keys.")
      source.block("public func encode(to writer: inout CBORWriter)") { writeEncode(to: &$0) }
      source.line()
      source.doc("Reads what ``encode(to:)`` writes, and nothing else.")
      source.block("public init(from reader: inout CBORReader) throws(CodecError)") { writeDecode(to: &$0) }
    }
  }

  private func writeEncode(to source: inout SourceText) {
    let requiredCount = fields.count(where: \.isRequired)
    if requiredCount == fields.count {
      source.line("writer.map(count: \(requiredCount))")
    } else {
      source.line("var count = \(requiredCount)")
      for field in fields where !field.isRequired { source.line("if self.\(field.name) != nil { count += 1 }") }
      source.line("writer.map(count: count)")
    }
    for field in fields {
      if field.isRequired {
        source.line("writer.key(\(field.key))")
        source.line("self.\(field.name).encode(to: &writer)")
      } else {
        source.block("if let value = self.\(field.name)") { source in
          source.line("writer.key(\(field.key))")
          source.line("value.encode(to: &writer)")
        }
      }
    }
  }

  /// Fields are read into constants and the struct is made last, at once.
  private func writeDecode(to source: inout SourceText) {
    source.line("var fields = try reader.fields()")
    for field in fields {
      if field.isRequired {
        source.line("try reader.required(\(field.key), &fields)")
        source.line("let \(field.swiftName) = try \(field.reading)")
      } else {
        source.line("let \(field.swiftName) = try reader.optional(\(field.key), &fields) ? \(field.reading) : nil")
      }
    }
    source.line("try reader.end(fields)")
    source.line("self.init(")
    for (index, field) in fields.enumerated() {
      source.line("  \(field.name): \(field.swiftName)" + (index < fields.count - 1 ? "," : ")"))
    }
  }
}
