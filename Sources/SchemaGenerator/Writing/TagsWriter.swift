/// Writes the tags of an event: the entities its fields name, those of inner objects included.
struct TagsWriter {
  let catalogue: Catalogue

  /// Writes `tags` of an event type.
  func writeTags(of fields: [Field], to source: inout SourceText) {
    source.doc("The entities the event concerns, each once, in the order of the fields.")
    source.block("public var tags: [Tag]") { source in
      let lines = self.lines(fields)
      if lines.isEmpty {
        source.line("[]")
      } else {
        source.line("var list = TagList()")
        source.lines(lines)
        source.line("return list.tags")
      }
    }
  }

  /// Writes `addTags` of a shared object, if it has any.
  func writeAddTags(of type: TypeDefinition, to source: inout SourceText) {
    let lines = self.lines(type.fields)
    guard !lines.isEmpty else { return }
    source.line()
    source.block("extension \(type.swiftName)") { source in
      source.block("func addTags(to list: inout TagList)") { $0.lines(lines) }
    }
  }

  private func lines(_ fields: [Field]) -> [String] {
    fields.compactMap { field in
      let optional = field.isOptional ? "?" : ""
      if field.isTagList { return "list.add(self.\(field.name))" }
      switch field.type {
      case .scalar(.id), .list(.scalar(.id)):
        return field.tagKind.map { "list.add(.\(Names.member($0)), self.\(field.name))" }
      case .scalar(.sealed):
        return field.tagKind.map { "list.add(.\(Names.member($0)), self.\(field.name)\(optional).subject)" }
      case .list(.scalar(.tag)):
        return "for tag in self.\(field.name)\(field.isOptional ? " ?? []" : "") { list.add(tag.kind, tag.id) }"
      case .object(let name):
        return hasTags(name) ? "self.\(field.name)\(optional).addTags(to: &list)" : nil
      case .list(.object(let name)):
        let items = "self.\(field.name)\(field.isOptional ? " ?? []" : "")"
        return hasTags(name) ? "for item in \(items) { item.addTags(to: &list) }" : nil
      default: return nil
      }
    }
  }

  private func hasTags(_ name: String) -> Bool { !lines(catalogue.type(named: name)?.fields ?? []).isEmpty }
}
