import EventModel
import Testing

@Suite struct CloudEventsMalformedTests {
  @Test(arguments: [envelope, data].flatMap { $0.split(separator: "\n") })
  func `a wrong member is refused by its rule at its place`(row: Substring) {
    let parts = row.split(separator: " ", maxSplits: 3)
    var lines = CloudEventLines()
    lines.set(parts[2], to: parts[3])
    check(lines.text, rule: parts[0], field: parts[1])
  }

  @Test(arguments: wholes.split(separator: "\n"))
  func `a wrong line is refused by its rule at its place`(row: Substring) {
    let parts = row.split(separator: " ", maxSplits: 2)
    check(parts[2], rule: parts[0], field: parts[1] == "-" ? "" : parts[1])
  }

  @Test(arguments: ["specversion", "id", "source", "type", "time", "actor"])
  func `a required member that is missing is named`(name: String) {
    var lines = CloudEventLines()
    lines.set(name[...], to: "-")
    check(lines.text, rule: "missingField", field: name)
  }

  @Test(arguments: ["resource", "unit", "kind", "name", "funding", "acceptedOn", "source"])
  func `a required field of data that is missing is named`(name: String) {
    var lines = CloudEventLines()
    lines.set("data.\(name)", to: "-")
    check(lines.text, rule: "missingField", field: "data.\(name)")
  }

  @Test func `every member given twice is refused`() {
    let lines = CloudEventLines()
    for (index, member) in lines.members.enumerated() {
      var twice = lines
      twice.members.insert(member, at: index)
      check(twice.text, rule: "duplicateField", field: member.name)
      twice = lines
      twice.members.append(
        (#"\u00"# + String(member.name.utf8.first ?? 0, radix: 16) + member.name.dropFirst(), member.json))
      check(twice.text, rule: "duplicateField", field: member.name)
    }
    for member in lines.data {
      var twice = lines
      twice.data.append(member)
      check(twice.text, rule: "duplicateField", field: "data.\(member.name)")
    }
  }

  @Test func `data that comes before its type is checked the same way`() {
    for row in Self.data.split(separator: "\n") {
      let parts = row.split(separator: " ", maxSplits: 3)
      var lines = CloudEventLines()
      lines.set(parts[2], to: parts[3])
      let text = CloudEventLines.object([("data", CloudEventLines.object(lines.data))] + lines.members)
      check(text, rule: parts[0], field: parts[1])
    }
  }

  @Test func `the sentence names line, field, value and rule`() {
    var lines = CloudEventLines()
    lines.set("data.acceptedOn", to: #""2024-02-30""#)
    let error = #expect(throws: InputError.self) { try parse(lines.text) }
    #expect(error?.description == #"line 3: data.acceptedOn: "2024-02-30" is not a day of the calendar"#)
    lines = CloudEventLines()
    lines.set("data.unit", to: "-")
    let missing = #expect(throws: InputError.self) { try parse(lines.text) }
    #expect(missing?.description == "line 3: data.unit is missing")
  }

  @Test func `a line longer than a mebibyte is refused unread, whatever it holds`() {
    let line = CloudEventLines().text
    let filled = line + String(repeating: " ", count: JSONLimits.byteCountMax - line.utf8.count)
    #expect(throws: Never.self) { try parse(filled) }
    check(filled + " ", rule: "tooLong", field: "")
    let huge = [UInt8](repeating: UInt8(ascii: "["), count: 100 << 20)
    #expect(throws: InputError.self) { try CloudEvents.parse(huge.span.bytes, number: 3) }
    let error = #expect(throws: InputError.self) { try parse(filled + " ") }
    #expect(error?.description == "line 3: is longer than 1048576 bytes, the most a line may have")
  }

  private func check(
    _ text: some StringProtocol, rule: some StringProtocol, field: some StringProtocol,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(InputError) {
      _ = try parse(text)
      Issue.record("accepted: \(text)", sourceLocation: sourceLocation)
    } catch {
      #expect("\(error.rule)" == String(rule), "\(error)", sourceLocation: sourceLocation)
      #expect(error.field == String(field), "\(error)", sourceLocation: sourceLocation)
      #expect(error.description.hasPrefix("line 3: "), sourceLocation: sourceLocation)
      #expect(error.value.unicodeScalars.count <= 80, sourceLocation: sourceLocation)
    }
  }
}
