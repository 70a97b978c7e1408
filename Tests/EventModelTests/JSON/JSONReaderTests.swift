import EventModel
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("1", "a string", #"line 3: 1 is a number, not a string"#),
    ("\"1\"", "a number", #"line 3: "1" is a string, not a number"#),
    ("null", "a string", "line 3: null is null, not a string"),
    ("[]", "a string", "line 3: [ is an array, not a string"),
    ("{}", "a number", "line 3: { is an object, not a number"),
    ("true", "a number", "line 3: true is true or false, not a number"),
    ("1", "true or false", "line 3: 1 is a number, not true or false"),
    ("0", "null", "line 3: 0 is a number, not null"),
    ("[]", "an object", "line 3: [ is an array, not an object"),
    ("{}", "an array", "line 3: { is an object, not an array"),
  ])
  func `a value of another kind is refused by name`(text: String, expected: String, sentence: String) {
    var reader = JSONReader(text.utf8Span.span.bytes, line: 3)
    do throws(InputError) {
      switch expected {
      case "a string": _ = try reader.string()
      case "a number": _ = try reader.int()
      case "true or false": _ = try reader.bool()
      case "null": try reader.null()
      case "an object": try reader.beginObject()
      default: try reader.beginArray()
      }
      Issue.record("accepted")
    } catch {
      #expect(error.rule == .wrongType)
      #expect(error.description == sentence)
    }
  }

  @Test func `errors about fields name their path`() throws {
    let text = #"{"data":{"funding":[{"amount":1},{"amount":2,"colour":"red"}]}}"#
    var reader = JSONReader(text.utf8Span.span.bytes, line: 12)
    try reader.beginObject()
    _ = try reader.nextKey()
    try reader.beginObject()
    _ = try reader.nextKey()
    try reader.beginArray()
    #expect(try reader.nextElement())
    try reader.beginObject()
    #expect(try reader.nextKey() == "amount")
    #expect(try reader.int() == 1)
    #expect(reader.invalid(ValueError(.outOfRange, number: 1, message: "is odd")).field == "data.funding[0].amount")
    #expect(try reader.nextKey() == nil)
    #expect(reader.missing("source").description == "line 12: data.funding[0].source is missing")
    #expect(try reader.nextElement())
    try reader.beginObject()
    #expect(try reader.nextKey() == "amount")
    try reader.skip()
    #expect(try reader.nextKey() == "colour")
    let sentence = #"line 12: data.funding[1].colour: "colour" is not a field of this object"#
    #expect(reader.unknownField("colour").description == sentence)
    #expect(reader.duplicate("colour").rule == .duplicateField)
    try reader.skip()
    #expect(try reader.nextKey() == nil)
    #expect(try !reader.nextElement())
    #expect(reader.path == "data.funding")
    #expect(try reader.nextKey() == nil)
    #expect(reader.missing("unit").field == "data.unit")
    #expect(try reader.nextKey() == nil)
    #expect(reader.missing("id").field == "id")
    try reader.end()
  }

  @Test(arguments: [
    ("[1,]", "] stands after a comma that nothing follows (byte 4)"),
    ("[trueish]", "trueish is not a value of JSON (byte 2)"),
    ("nulll", "nulll is not a value of JSON (byte 1)"), ("1x", "1x is not a number (byte 1)"), ("", "is empty"),
    ("[1 2]", "2 stands where a comma or the end of the array should (byte 4)"), ("[", "ends in the middle of a value"),
    ("{}{", "{ stands after the end of the value (byte 3)"), ("\u{FEFF}{}", "begins with a byte order mark"),
    (#"{"a":"\x"}"#, #"a: "\x" holds an escape JSON does not have (byte 7)"#),
  ])
  func `what is no JSON is shown with its place`(text: String, sentence: String) {
    let error = #expect(throws: InputError.self) { try JSONTree.read(Array(text.utf8)) }
    #expect(error?.description.hasSuffix(sentence) == true, "\(String(describing: error))")
  }

  @Test func `peek tells the kind and reads nothing`() {
    let kinds: [(String, JSONKind)] = [
      (" {", .object), ("[", .array), ("\"", .string), ("-", .number), ("7", .number), ("t", .boolean), ("f", .boolean),
      ("n", .null), ("", .end), ("  ", .end), ("x", .other), ("}", .other), (",", .other),
    ]
    for (text, kind) in kinds {
      var reader = JSONReader(text.utf8Span.span.bytes)
      #expect(reader.peek() == kind)
      #expect(reader.peek() == kind)
    }
  }

  @Test(arguments: [
    #"{"a":[1,{"b":"c\"]}"},[[]]],"d":{}}"#, "[]", "{}", "1", "\"\"", "null", "[[[[[[1]]]]],{\"a\":[{}]}]",
  ])
  func `skip steps over a whole value and nothing else`(text: String) throws {
    let document = "[\(text),7]"
    var reader = JSONReader(document.utf8Span.span.bytes)
    try reader.beginArray()
    #expect(try reader.nextElement())
    try reader.skip()
    #expect(try reader.nextElement())
    #expect(try reader.int() == 7)
    #expect(try !reader.nextElement())
    try reader.end()
  }
}
