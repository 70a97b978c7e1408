import EventModel
import Testing

@Suite struct JSONValidTests {
  /// Each line: a document and its canonical form, which is the document itself where only one is given.
  static let documents = #"""
    {}
    []
    null
    true
    false
    0
    1
    -1
    9
    10
    1234567890
    9007199254740991
    9007199254740992
    -9007199254740991
    -9007199254740992
    9223372036854775806
    9223372036854775807
    -9223372036854775807
    -9223372036854775808
    1000000000000000000
    ""
    "a"
    " "
    "核磁共振"
    "😀"
    "\"" → "\""
    "\\" → "\\"
    "\/" → "/"
    "\b\f\n\r\t" → "\b\f\n\r\t"
    "\u0000" → "\u0000"
    "\u001f" → "\u001f"
    "\u001F" → "\u001f"
    "\u0008\u000c\u000A\u000d\u0009" → "\b\f\n\r\t"
    "\u0020" → " "
    "\u0022" → "\""
    "\u005c" → "\\"
    "\u002F" → "/"
    "\u007f" → "‹7F›"
    "‹7F›"
    "\u0061" → "a"
    "\u00e9" → "é"
    "\u6838\u78C1" → "核磁"
    "\ud83d\ude00" → "😀"
    "\uD83D\uDE00" → "😀"
    "\ud800\udc00" → "‹F0 90 80 80›"
    "\udbff\udfff" → "‹F4 8F BF BF›"
    "\ud7ff" → "‹ED 9F BF›"
    "\ue000" → "‹EE 80 80›"
    "\uffff" → "‹EF BF BF›"
    "\uFFFE" → "‹EF BF BE›"
    "\ufdd0" → "‹EF B7 90›"
    "\ufeff" → "‹EF BB BF›"
    "‹EF BB BF›"
    "‹C2 80›"
    "‹DF BF›"
    "‹E0 A0 80›"
    "‹ED 9F BF›"
    "‹EE 80 80›"
    "‹EF BF BF›"
    "‹F0 90 80 80›"
    "‹F4 8F BF BF›"
    "‹E2 80 A8›"
    "a\"b"
    "ab\\cd"
    "\\\""
    "\\\\"
    "\\u0041"
    "1234567\""
    "12345678\""
    "123456789\""
    "1234567é"
    "12345678é\n"
    "// not a comment"
    "/* nor this */"
    "{\"a\":1}"
    "[1,2"
    [0]
    [[]]
    [[],[]]
    [{}]
    [1,2,3]
    [1 , 2 ,3 ] → [1,2,3]
    [null,true,false,0,"",[],{}]
    {"a":1}
    {"":1}
    {"":""}
    {"a":{}}
    {"a":{"a":{"a":1}}}
    {"a":[],"b":{}}
    {"a":1,"A":2}
    {"a":1,"a ":2}
    {"b":1,"a":2}
    {"\u0061":1} → {"a":1}
    {"a\"b":1}
    {"a:b":1,"c,d":2,"e}f":3,"g]h":4}
    {"0":0,"1":1}
    {"null":null,"true":true}
    { "a" : 1 } → {"a":1}
    ‹09 0A 0D 20›{‹09 0A 0D 20›"a"‹09 0A 0D 20›:‹09 0A 0D 20›1‹09 0A 0D 20›,"b":[‹09 0A 0D 20›]‹09 0A 0D 20›}‹09 0A 0D 20› → {"a":1,"b":[]}
    [‹0A›] → []
    {‹0D›} → {}
    "a"‹0D 0A› → "a"
    0‹0A› → 0
    true‹20› → true
    [true,true] → [true,true]
    {"a":true}
    {"a":null}
    {"a":-1}
    [-1,-2]
    [0,0]
    [[[[[[[[[[1]]]]]]]]]]
    {"specversion":"1.0","id":"1"}
    """#

  @Test(arguments: documents.split(separator: "\n"))
  func `a document of JSON is read and written in its canonical form`(line: Substring) throws {
    let parts = line.components(separatedBy: " → ")
    let canonical = String(decoding: tableBytes(parts.last ?? ""), as: UTF8.self)
    let tree = try JSONTree.read(tableBytes(parts.first ?? ""))
    #expect(tree.canonical == canonical)
    #expect(try JSONTree.read(Array(canonical.utf8)).canonical == canonical)
  }

  @Test func `the table has more than 100 documents`() {
    #expect(Self.documents.split(separator: "\n").count > 100)
  }

  @Test func `32 levels are the deepest`() throws {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let inner = open == "[" ? "" : "1"
      let deepest = String(repeating: open, count: 32) + inner + String(repeating: close, count: 32)
      #expect(try JSONTree.read(Array(deepest.utf8)).canonical == deepest)
    }
  }

  @Test func `a string may have 65,536 bytes`() throws {
    let text = String(repeating: "a", count: 65_536)
    #expect(try JSONTree.read(Array("\"\(text)\"".utf8)).canonical.utf8.count == 65_538)
    #expect(try JSONTree.read(Array("{\"\(text)\":1}".utf8)).canonical.utf8.count == 65_542)
  }

  @Test func `a line may have 1,048,576 bytes`() throws {
    let text = "[" + String(repeating: "1,", count: 524_286) + "10]"
    #expect(text.utf8.count == 1_048_576)
    #expect(try JSONTree.read(Array(text.utf8)).canonical == text)
  }
}

extension StringProtocol {
  /// The pieces between separators.
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      pieces.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return pieces + [rest]
  }
}
