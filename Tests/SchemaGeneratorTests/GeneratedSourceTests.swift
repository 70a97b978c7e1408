import Testing

@testable import SchemaGenerator

struct GeneratedSourceTests {
  private func source(_ name: String) throws -> String {
    let files = SwiftSource.files(of: try SchemaFolderFixture().catalogue())
    return try #require(files.first { $0.name == name }).text
  }

  @Test func `there is a file per event type and one per registry`() throws {
    let names = SwiftSource.files(of: try SchemaFolderFixture().catalogue()).map(\.name)
    #expect(names == ["ThingMade.swift", "Types.swift", "TagKind.swift", "EventType.swift", "EventPayload.swift"])
  }

  @Test func `fields stand in the order of their keys, keywords in backticks`() throws {
    let text = try source("ThingMade.swift")
    let declarations = text.split(separator: "\n").filter { $0.hasPrefix("  public var ") && !$0.hasSuffix("{") }
    #expect(
      declarations.prefix(4) == [
        "  public var thing: Identifier", "  public var parts: [Part]?", "  public var note: Text?",
        "  public var `operator`: Colour?",
      ])
    #expect(try source("Types.swift").contains("case `default` = 1"))
  }

  @Test func `a name in capitals is a case in small letters`() throws {
    let text = try source("Types.swift")
    #expect(text.contains("case rgb = 2"))
    #expect(text.contains("case .rgb: \"RGB\""))
  }

  @Test func `what the schema says is what the doc comments say`() throws {
    let text = try source("ThingMade.swift")
    #expect(text.contains("/// Thing made (`thing.made`).\n///\n/// A thing was made.\n///\n/// Source: art. 1.\n"))
    #expect(text.contains("  /// Its parts.\n  public var parts"))
  }

  @Test func `a sealed field is told with its name and its subject is a tag`() throws {
    let text = try source("ThingMade.swift")
    #expect(text.contains("public var secret: Sealed?"))
    #expect(text.contains("self.secret.map { SealedField(name: \"secret\", value: $0) }"))
    #expect(text.contains("list.add(.party, self.secret?.subject)"))
  }

  @Test func `the same schemas give the same files`() throws {
    let fixture = SchemaFolderFixture()
    let first = SwiftSource.files(of: try fixture.catalogue()).map(\.text)
    #expect(first == SwiftSource.files(of: try fixture.catalogue()).map(\.text))
  }

  @Test func `any text becomes a string literal`() {
    #expect(SourceText.literal("plain") == "#\"plain\"#")
    #expect(SourceText.literal("a\"#b") == "##\"a\"#b\"##")
    #expect(SourceText.literal("a\\#(b)") == "##\"a\\#(b)\"##")
  }
}
