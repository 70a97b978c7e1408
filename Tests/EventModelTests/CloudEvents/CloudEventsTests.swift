import EventModel
import TestSupport
import Testing

@Suite struct CloudEventsTests {
  @Test func `a canonical line of a recorded event is read and written byte by byte`() throws {
    let text = CloudEventLines().text
    let line = try parse(text)
    #expect(line.position == Position(42))
    #expect(line.recordedTime?.description == "2024-03-26T00:00:00.000001+08:00")
    #expect(line.batch == Batch(index: 1, length: 5))
    #expect(line.event.id.text == "pnnl-000001")
    #expect(line.event.source.text == "urn:example:catalogue")
    #expect(line.event.type == .resourceAcquired)
    #expect(line.event.validTime.description == "2024-03-25T12:43:11.5+08:00")
    #expect(line.event.actor.text == "12500000450401234X")
    #expect(line.event.correlation?.text == "case-7")
    #expect(line.event.causation?.text == "pnnl-000000")
    #expect(line.recorded?.event == line.event)
    #expect(written(line) == text)
  }

  @Test func `members of the ledger and optional ones may be missing`() throws {
    var lines = CloudEventLines()
    for name in ["correlationid", "causationid", "recordedtime", "position", "batch"] as [Substring] {
      lines.set(name, to: "-")
      let line = try parse(lines.text)
      if name == "batch" { #expect(written(line) == lines.text) }
    }
    #expect(try parse(lines.text).recorded == nil)
    let canonical = lines.text
    lines.set("datacontenttype", to: "-")
    lines.set("dataversion", to: "-")
    #expect(try written(parse(lines.text)) == canonical)
  }

  @Test func `an event recorded alone has no batch in its line`() throws {
    var lines = CloudEventLines()
    lines.set("batch", to: "-")
    #expect(try written(parse(lines.text)) == lines.text)
    #expect(try parse(lines.text).recorded?.batch == .single)
    let canonical = lines.text
    lines.set("batch", to: #""1/1""#)
    #expect(try written(parse(lines.text)) == canonical)
  }

  @Test func `members may come in any order, data before type too`() throws {
    let seed: UInt64 = 10
    var random = SeededRandom(seed: seed)
    let canonical = CloudEventLines().text
    let expected = try parse(canonical)
    for round in 0..<500 {
      let lines = CloudEventLines()
      let data = CloudEventLines.object(lines.data.shuffled(using: &random))
      let text = CloudEventLines.object((lines.members + [("data", data)]).shuffled(using: &random))
      let line = try parse(text)
      if line != expected || written(line) != canonical { Issue.record("seed \(seed), round \(round): \(text)") }
    }
  }

  @Test(arguments: ["\n", "\r\n", " ", ""])
  func `a line may end with a line feed`(ending: String) throws {
    #expect(try parse(CloudEventLines().text + ending) == parse(CloudEventLines().text))
  }

  @Test func `instants of any offset are the same event`() throws {
    var lines = CloudEventLines()
    let expected = try parse(lines.text)
    lines.set("time", to: #""2024-03-25T04:43:11.500Z""#)
    #expect(try parse(lines.text) == expected)
  }

  @Test(arguments: EventType.allCases)
  func `the example of every type survives reading, writing and storing`(type: EventType) throws {
    var lines = CloudEventLines()
    lines.set("type", to: "\"\(type.wireName)\"")
    let text = CloudEventLines.object(lines.members + [("data", type.exampleText)])
    let line = try parse(text)
    #expect(line.event.type == type)
    #expect(written(line) == text)
    #expect(try parse(written(line)) == line)
    var writer = CBORWriter()
    line.event.payload.encode(to: &writer)
    var reader = CBORReader(writer.bytes.span.bytes)
    #expect(try EventPayload(type: type, from: &reader) == line.event.payload)
  }

  @Test func `a line cut anywhere is refused`() {
    let bytes = Array(CloudEventLines().text.utf8)
    for count in 0..<bytes.count {
      do throws(InputError) {
        _ = try CloudEvents.parse(Array(bytes[..<count]).span.bytes, number: 3)
        Issue.record("accepted after \(count) bytes")
      } catch {
        #expect(error.line == 3)
        #expect([.notJSON, .notUTF8].contains(error.rule), "\(count): \(error)")
      }
    }
  }

  @Test func `type names are compared byte by byte`() {
    #expect(EventType(wireName: "resource.acquired") == .resourceAcquired)
    for name in ["Resource.acquired", "resource.acquired ", "resource", "", "res\u{6F}\u{308}urce.acquired"] {
      #expect(EventType(wireName: name) == nil)
    }
  }
}
