import EventModel
import Testing

struct RegistryTests {
  @Test func `codes and names are unique and lead back to their type`() {
    #expect(Set(EventType.allCases.map(\.rawValue)).count == EventType.allCases.count)
    #expect(Set(EventType.allCases.map(\.wireName)).count == EventType.allCases.count)
    for type in EventType.allCases {
      #expect(EventType(rawValue: type.rawValue) == type)
      #expect(EventType(wireName: type.wireName) == type)
      #expect(!type.title.isEmpty)
      #expect(!type.article.isEmpty)
      #expect(Int(type.rawValue) / 100 == Int(type.group.rawValue), "\(type): codes start with their group's")
    }
    #expect(EventType(wireName: "resource.unheardOf") == nil)
    #expect(EventType(rawValue: 0) == nil)
  }

  @Test(arguments: EventType.allCases)
  func `the data of a type knows its type`(type: EventType) throws {
    let payload = try Golden.payload(of: type)
    #expect(payload.type == type)
    #expect(payload.data.payload == payload)
    #expect(Swift.type(of: payload.data).type == type)
  }

  @Test(arguments: EventType.allCases)
  func `fields are described in the order of their keys`(type: EventType) {
    #expect(!type.fields.isEmpty)
    #expect(type.fields.map(\.key) == type.fields.map(\.key).sorted())
    #expect(Set(type.fields.map(\.name)).count == type.fields.count)
    for field in type.fields { #expect(!field.description.isEmpty) }
  }

  @Test(arguments: EventType.allCases)
  func `the example survives JSON and CBOR`(type: EventType) throws {
    let payload = try Golden.payload(of: type)
    var json = JSONWriter()
    payload.write(to: &json)
    var jsonReader = JSONReader(json.bytes.span.bytes)
    #expect(try EventPayload(type: type, from: &jsonReader) == payload)
    var cbor = CBORWriter()
    payload.encode(to: &cbor)
    var cborReader = CBORReader(cbor.bytes.span.bytes)
    #expect(try EventPayload(type: type, from: &cborReader) == payload)
    try cborReader.end()
  }

  @Test(arguments: EventType.allCases)
  func `the schema text is the type's own`(type: EventType) throws {
    #expect(type.schemaText.contains("\"$id\":\"urn:shareledger:schema:\(type.wireName):1\""))
    #expect(type.schemaText.contains(type.exampleText))
    #expect(!type.schemaText.contains("\n"))
  }
}
