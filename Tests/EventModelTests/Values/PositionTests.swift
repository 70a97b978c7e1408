import EventModel
import Testing

@Suite struct PositionTests {
  @Test(arguments: [("0", 0), ("1", 1), ("10", 10), ("9007199254740991", 9_007_199_254_740_991)] as [(String, UInt64)])
  func `a position is read from digits and printed as them`(text: String, number: UInt64) throws {
    #expect(try Position(text) == Position(number))
    #expect(Position(number).description == text)
  }

  @Test(arguments: [
    ("", "malformed"), ("01", "malformed"), ("00", "malformed"), ("-1", "malformed"), ("+1", "malformed"),
    ("1 ", "malformed"),
    (" 1", "malformed"), ("1.0", "malformed"), ("1e3", "malformed"), ("0x1", "malformed"), ("１", "malformed"),
    ("9007199254740992", "outOfRange"), ("18446744073709551615", "outOfRange"), ("18446744073709551616", "outOfRange"),
    ("99999999999999999999999999999999999999", "outOfRange"),
  ])
  func `other texts are no position`(text: String, rule: String) {
    #expect(brokenRule { () throws(ValueError) in try Position(text) } == rule)
  }

  @Test func `positions follow one another from the one before the first event`() {
    #expect(Position.zero.next == Position(1))
    #expect(Position(9).next > Position(9))
    #expect(Position(9) < Position(10))
  }
}

@Suite struct TagTests {
  @Test func `a tag is a kind and an id, divided by the first colon`() throws {
    let tag = try Tag("resource:a:b")
    #expect(tag.kind.wireName == "resource")
    #expect(tag.id.text == "a:b")
    #expect(tag.description == "resource:a:b")
    #expect(try tag == Tag(tag.kind, Identifier("a:b")))
  }

  @Test(arguments: [
    ("resource", "malformed"), ("", "malformed"), ("colour:1", "unknownName"), (":1", "unknownName"),
    ("Resource:1", "unknownName"), ("resource:", "empty"), ("resource:a b", "illegalCharacter"),
  ])
  func `other texts are no tag`(text: String, rule: String) {
    #expect(brokenRule { () throws(ValueError) in try Tag(text) } == rule)
  }

  @Test func `groups are found by their names`() {
    for group in EventGroup.allCases { #expect(EventGroup(wireName: group.wireName) == group) }
    #expect(EventGroup(wireName: "Parties") == nil)
  }
}
