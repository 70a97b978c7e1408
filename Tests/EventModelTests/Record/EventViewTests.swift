import EventModel
import Testing

struct EventViewTests {
  @Test(arguments: EventType.allCases)
  func `a view shows what the event holds`(type: EventType) throws {
    let bytes = try Golden.record(of: type)
    let event = try Golden.event(of: type)
    let view = try EventView(bytes.span.bytes, position: Golden.position)
    #expect(view.position == Golden.position)
    #expect(view.type == type)
    #expect(view.typeCode == type.rawValue)
    #expect(view.schemaVersion == 1)
    #expect(view.validTime == event.validTime)
    #expect(view.recordedTime == (try Golden.recordedTime()))
    #expect(view.batch == Golden.batch)
    #expect(copied(view.id) == Array(event.id.text.utf8))
    #expect(copied(view.source) == Array(event.source.text.utf8))
    #expect(copied(view.actor) == Array(event.actor.text.utf8))
    #expect(copied(view.correlation) == event.correlation.map { Array($0.text.utf8) })
    #expect(copied(view.causation) == event.causation.map { Array($0.text.utf8) })
    var writer = CBORWriter()
    event.payload.encode(to: &writer)
    #expect(copied(view.payload) == writer.bytes)
    #expect(try view.recordedEvent().event == event)
  }

  @Test func `an event without correlation and causation has none`() throws {
    var event = try Golden.event(of: .bookingRequested)
    event.correlation = nil
    event.causation = nil
    var bytes: [UInt8] = [7]
    EventRecord.encode(event, recordedTime: event.validTime, batch: .single, into: &bytes)
    #expect(bytes.removeFirst() == 7)
    let view = try EventView(bytes.span.bytes, position: .zero)
    #expect(copied(view.correlation) == nil)
    #expect(copied(view.causation) == nil)
    #expect(view.batch == .single)
    #expect(try view.recordedEvent().event == event)
  }

  @Test(arguments: [
    (0, 2, CodecError.Reason.unknownFormat), (1, 2, .unknownVersion), (3, 0xFF, .unknownType), (4, 3, .batchOutOfRange),
    (8, 1, .batchOutOfRange), (12, 0, .lengthMismatch), (23, 0x7F, .illegalValue), (31, 0x80, .illegalValue),
    (32, 0, .illegalValue), (33, 0, .illegalValue), (34, 0, .illegalValue), (35, 7, .lengthMismatch),
    (37, 1, .lengthMismatch), (38, 1, .notZero), (39, 1, .notZero),
    (40, 0x20, .illegalValue), (54, 0x7F, .illegalValue), (55, 0x80, .illegalValue),
  ])
  func `a wrong byte in the fixed part has its own reason`(
    index: Int, byte: UInt8, reason: CodecError.Reason
  ) throws {
    var bytes = try Golden.record(of: .bookingRequested)
    bytes[index] = byte
    do throws(CodecError) {
      _ = try EventRecord.decode(bytes.span.bytes, position: .zero)
      Issue.record("decoded")
    } catch {
      #expect(error.reason == reason)
    }
  }

  @Test func `a record above the limit is refused`() throws {
    var event = try Golden.event(of: .resourceUpdated)
    for (letters, isLegal) in [(1, true), (4096, false)] {
      let text = try Text(String(repeating: "x", count: letters))
      let change = ResourceChange(field: .attribute(text), value: text)
      event.payload = .resourceUpdated(
        ResourceUpdated(resource: event.id, changes: Array(repeating: change, count: 1000)))
      var bytes: [UInt8] = []
      EventRecord.encode(event, recordedTime: event.validTime, batch: .single, into: &bytes)
      #expect((bytes.count <= EventRecord.byteCountMax) == isLegal)
      do throws(CodecError) {
        #expect(try EventRecord.decode(bytes.span.bytes, position: .zero).event == event)
        #expect(isLegal)
      } catch {
        #expect(!isLegal && error.reason == .tooLong)
      }
    }
  }
}
