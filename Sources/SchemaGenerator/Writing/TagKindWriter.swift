/// Writes the kinds of entities events concern.
struct TagKindWriter {
  let catalogue: Catalogue

  var text: String {
    var source = SourceText(generatedFrom: "Schemas/types.json")
    source.doc(
      "A kind of entity an event concerns.", "The raw value is stored in timeline keys and never changes.")
    source.block("public enum TagKind: UInt8, Sendable, Hashable, CaseIterable") { source in
      for kind in catalogue.tagKinds {
        source.doc("The kind `\(kind.name)`.")
        source.line("case \(Names.member(kind.name)) = \(kind.code)")
      }
      source.line()
      source.doc("The name the schemas use.")
      source.block("public var wireName: String") { source in
        source.line("switch self {")
        for kind in catalogue.tagKinds { source.line("case .\(Names.member(kind.name)): \"\(kind.name)\"") }
        source.line("}")
      }
      source.line()
      source.doc("Finds a kind by its name in the schemas; `nil` for any other name.")
      source.block("public init?(wireName: String)") { source in
        source.line("guard let kind = Self.allCases.first(where: { $0.wireName == wireName }) else { return nil }")
        source.line("self = kind")
      }
    }
    return source.text
  }
}
