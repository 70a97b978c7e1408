extension ObjectWriter {
  /// Writes the codec for interchange JSON: members by name, in any order when read, in the order of keys when written.
  func writeJSON(to source: inout SourceText) {
    source.block("extension \(swiftName)") { source in
      source.doc("Writes the fields as an object, in the order of keys.")
      source.block("public func write(to writer: inout JSONWriter)") { writeWrite(to: &$0) }
      source.line()
      source.doc("Reads an object with exactly these fields, in any order.")
      source.block("public init(from reader: inout JSONReader) throws(InputError)") { writeRead(to: &$0) }
    }
  }

  private func writeWrite(to source: inout SourceText) {
    source.line("writer.beginObject()")
    for field in fields {
      if field.isRequired {
        source.line("writer.key(\"\(field.name)\")")
        source.line("self.\(field.name).write(to: &writer)")
      } else {
        source.block("if let value = self.\(field.name)") { source in
          source.line("writer.key(\"\(field.name)\")")
          source.line("value.write(to: &writer)")
        }
      }
    }
    source.line("writer.endObject()")
  }

  private func writeRead(to source: inout SourceText) {
    for field in fields {
      // Twice optional when null is a value: not met yet, or met and null.
      source.line("var \(field.swiftName): \(field.swiftType)\(field.isRequired ? "?" : "")")
    }
    source.line("try reader.beginObject()")
    source.block("while let member = try reader.nextKey()") { source in
      source.line("switch member {")
      for field in fields {
        source.line("case \"\(field.name)\":")
        source.line("  guard \(field.swiftName) == nil else { throw reader.duplicate(member) }")
        source.line("  \(field.swiftName) = try \(field.reading)")
      }
      source.line("default: throw reader.unknownField(member)")
      source.line("}")
    }
    for field in fields {
      if field.isRequired {
        source.line("guard let \(field.swiftName) else { throw reader.missing(\"\(field.name)\") }")
      }
      source.line("self.\(field.name) = \(field.swiftName)")
    }
  }
}
