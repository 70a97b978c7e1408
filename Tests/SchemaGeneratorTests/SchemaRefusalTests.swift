import Testing

@testable import SchemaGenerator

/// Every mistake is told with its file and field.
struct SchemaRefusalTests {
  @Test(arguments: [
    (#""x-code": 901, "#, "", "x-code: is missing"),
    (#""x-code": 901"#, #""x-code": 0"#, "x-code: has to be between 1 and 65535"),
    (#""x-code": 901"#, #""x-code": "901""#, "x-code: has to be an integer"),
    (#""x-group": "use", "#, "", "x-group: is missing"),
    (#""x-article": "art. 1","#, "", "x-article: is missing"),
    (#""title": "Thing made""#, #""title": """#, "title: has to be a string with text"),
    (#""description": "A thing was made.", "#, "", "description: is missing"),
    (#""description": "It.", "#, "", "properties.thing.description: is missing"),
    (#""additionalProperties": false, "#, "", "additionalProperties: has to be false"),
    ("thing.made:1", "thing.made:2", "$id: has to be"),
    (#""x-key": 3 "#, #""x-key": 4 "#, "x-key: 4 is already the key of \"parts\""),
    (#""x-key": 1,"#, #""x-key": 0,"#, "properties.thing.x-key: has to be between 1 and 1000"),
    (#", "x-key": 30"#, "", "properties.operator.x-key: is missing"),
    (
      "$defs/colour", "$defs/color",
      "properties.operator.$ref: \"urn:shareledger:schema:types#/$defs/color\" names no type"
    ),
    (#""x-tag": "resource""#, #""x-tag": "thing""#, "x-tag: \"thing\" is not among the x-tagKinds"),
    (#""x-key": 30"#, #""x-key": 30, "x-tag": "party""#, "x-tag: stands on a field that is neither an id"),
    (#""required": ["thing", "note"]"#, #""required": ["thing", "note", "size"]"#, "required: \"size\" is not among"),
    (#""required": ["thing", "note"]"#, #""required": ["thing"]"#, "properties.note: is optional and nullable"),
    ("$defs/part", "$defs/sealed", "properties.parts: is a list of sealed values"),
    (#""maxItems": 1000"#, #""maxItems": 5"#, "properties.parts.maxItems: has to be 1000"),
    (#""maxItems": 1000"#, #""maxItems": 1000, "minItems": 1"#, "properties.parts.minItems: is not a keyword"),
    (#""type": "array", "#, "", "properties.parts.type: is missing"),
    (#""operator":"#, #""tags":"#, "properties.tags: is a name generated code uses itself"),
    (#""operator":"#, #""Operator":"#, "properties.Operator: has to be letters and digits"),
    (#""operator":"#, #""thing":"#, "member \"thing\" repeats"),
    (#""examples": [{ "thing": "T", "note": null }]"#, #""examples": []"#, "examples: has to hold at least one"),
    (#"{ "thing": "T", "note": null }"#, #"{ "thing": "T" }"#, "examples[0].note: is required"),
    (#""thing": "T","#, #""thing": "T", "size": 1,"#, "examples[0].size: is not among the properties"),
    (#""examples""#, #""samples""#, "samples: is not a keyword the generated types enforce"),
    ("}\n", "} }\n", "text after the end of the document"),
    (#""x-code": 901"#, #""x-code": 90.1"#, "\"}\" is wanted"),
  ])
  func `a mistake in an event's schema is named`(old: String, new: String, complaint: String) throws {
    var fixture = SchemaFolderFixture()
    let text = fixture.event + "\n"
    try #require(text.contains(old))
    fixture.event = text.replacing(old, with: new, maxReplacements: 1)
    let said = try #require(fixture.complaint())
    #expect(said.hasPrefix("Schemas/thing.made/1.json: "), "\(said)")
    #expect(said.contains(complaint), "\(said)")
  }

  @Test(arguments: [
    (#""party": 1"#, #""party": 2"#, "x-tagKinds.resource: has to be a name with a code"),
    (#""party": 1"#, #""party": 256"#, "x-tagKinds.party: has to be a name with a code"),
    (#"["red", "default", "RGB"]"#, #"["red", "red"]"#, "$defs.colour.enum: has to hold different strings"),
    (#"["red", "default", "RGB"]"#, #"["dark red"]"#, "$defs.colour.enum: has to hold 1 to 255 names"),
    (#"["red", "default", "RGB"]"#, #"["Red"]"#, "$defs.colour.enum: has to hold 1 to 255 names"),
    (#""RGB"]"#, #""RGB", "rgb"]"#, "$defs.colour.enum: holds names that differ in capitals alone"),
    (##""$ref": "#/$defs/text""##, ##""$ref": "#/$defs/sealed""##, "properties.name: is sealed, which only"),
    (#""minimum": 1"#, #""minimum": 5"#, "$defs.score.maximum: has to be above minimum"),
    (#""minimum": 1, "#, "", "$defs.score.minimum: is missing"),
    (#""score": {"#, #""colour2": { "description": "A", "type": "string" }, "score": {"#, "$defs.colour2: has to be"),
    ("#/$defs/text", "#/$defs/part", "$defs.part: holds itself: part → part"),
    (#""description": "A colour.", "#, "", "$defs.colour.description: is missing"),
  ])
  func `a mistake in the shared types is named`(old: String, new: String, complaint: String) throws {
    var fixture = SchemaFolderFixture()
    try #require(fixture.types.contains(old))
    fixture.types = fixture.types.replacing(old, with: new, maxReplacements: 1)
    let said = try #require(fixture.complaint())
    #expect(said.hasPrefix("Schemas/types.json: "), "\(said)")
    #expect(said.contains(complaint), "\(said)")
  }

  @Test func `a second version is refused`() {
    var fixture = SchemaFolderFixture()
    fixture.others["thing.made/2.json"] = fixture.event
    #expect(fixture.complaint()?.contains("further versions of a type are not supported yet") == true)
  }

  @Test func `a code used twice is refused`() throws {
    var fixture = SchemaFolderFixture()
    fixture.others["thing.unmade/1.json"] = fixture.event.replacing("thing.made", with: "thing.unmade")
    let said = try #require(fixture.complaint())
    #expect(said == "Schemas/thing.unmade/1.json: x-code: 901 is already the code of Schemas/thing.made/1.json")
  }

  @Test func `a folder that is not named like a type is refused`() {
    var fixture = SchemaFolderFixture()
    fixture.others["thing/1.json"] = fixture.event
    #expect(fixture.complaint()?.hasPrefix("Schemas/thing/1.json: its folder has to be named like") == true)
  }
}
