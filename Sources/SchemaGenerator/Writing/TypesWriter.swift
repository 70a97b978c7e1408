/// Writes the shared types of `types.json`.
struct TypesWriter {
  let catalogue: Catalogue

  var text: String {
    var source = SourceText(generatedFrom: "Schemas/types.json")
    for (index, type) in catalogue.types.enumerated() {
      if index > 0 { source.line() }
      switch type.shape {
      case .enumeration(let cases): writeEnumeration(type, cases, to: &source)
      case .integer(let minimum, let maximum): writeInteger(type, minimum...maximum, to: &source)
      case .object(let fields):
        writeDoc(type, to: &source)
        let object = ObjectWriter(swiftName: type.swiftName, protocolName: "FieldValue", fields: fields)
        object.writeStruct(to: &source)
        source.line()
        object.writeCBOR(to: &source)
        source.line()
        object.writeJSON(to: &source)
        TagsWriter(catalogue: catalogue).writeAddTags(of: type, to: &source)
        source.line()
        ViewWriter(type).writeOfItem(to: &source)
      }
    }
    return source.text
  }

  private func writeDoc(_ type: TypeDefinition, to source: inout SourceText) {
    if let title = type.title {
      source.doc("\(title).", type.description)
    } else {
      source.doc(type.description)
    }
  }

  private func writeEnumeration(_ type: TypeDefinition, _ cases: [String], to source: inout SourceText) {
    writeDoc(type, to: &source)
    source.block("public enum \(type.swiftName): UInt8, EnumerationValue") { source in
      for (index, name) in cases.enumerated() {
        source.doc("`\(name)`.")
        source.line("case \(Names.enumerationCase(name)) = \(index)")
      }
      source.line()
      source.doc("The name in JSON.")
      source.block("public var wireName: String") { source in
        source.line("switch self {")
        for name in cases { source.line("case .\(Names.enumerationCase(name)): \"\(name)\"") }
        source.line("}")
      }
    }
  }

  private func writeInteger(_ type: TypeDefinition, _ range: ClosedRange<Int64>, to source: inout SourceText) {
    writeDoc(type, to: &source)
    source.block("public struct \(type.swiftName): IntegerValue") { source in
      source.doc("The least and the greatest value.")
      source.line("public static var range: ClosedRange<Int64> { \(range.lowerBound)...\(range.upperBound) }")
      source.line()
      source.doc("The number.")
      source.line("public let value: Int64")
      source.line()
      source.doc("Takes a number within ``range``.", "- Throws: ``ValueError`` with rule `outOfRange`.")
      source.block("public init(_ value: Int64) throws(ValueError)") { source in
        source.line("self.value = try CheckedRange.number(value, in: Self.range, unit: \"\(type.name)\")")
      }
    }
  }
}
