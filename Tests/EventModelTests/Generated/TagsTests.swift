import EventModel
import Testing

struct GeneratedTagsTests {
  private func tags(_ payload: some EventData) -> [String] { payload.tags.map(\.description) }

  @Test func `tags come in the order of fields, each once`() throws {
    let booking = BookingRequested(
      booking: try Identifier("B1"), resource: try Identifier("R1"), unit: try Identifier("P1"),
      user: try Identifier("P1"), start: try Instant(rfc3339: "2024-01-31T10:00:00Z"),
      end: try Instant(rfc3339: "2024-01-31T11:00:00Z"), exclusive: true)
    #expect(tags(booking) == ["booking:B1", "resource:R1", "party:P1"])
    #expect(booking.payload.tags == booking.tags)
  }

  @Test func `a list of ids gives a tag each, and many are still each once`() throws {
    var ids: [Identifier] = []
    for number in 0..<100 { ids.append(try Identifier("R\(number % 40)")) }
    let lease = LeaseRecorded(
      lease: try Identifier("L"), lessor: try Identifier("A"), lessee: try Identifier("B"), resources: ids,
      from: try Day(iso: "2024-01-01"))
    let resources = (0..<40).map { "resource:R\($0)" }
    #expect(tags(lease).filter { $0.hasPrefix("resource:") } == resources)
    #expect(Set(tags(lease)).count == lease.tags.count)
    #expect(lease.tags.count == 43)
  }

  @Test func `a retraction concerns what its target concerned`() throws {
    let subjects = [Tag(.resource, try Identifier("R1")), Tag(.party, try Identifier("P1"))]
    let retraction = EventRetracted(
      targetSource: try EventSource("urn:s"), targetId: try Identifier("e1"), targetType: .resourceOpened,
      subjects: subjects + subjects, reason: try Text("mistake"), approver: try Identifier("A"))
    #expect(retraction.tags == subjects)
  }

  @Test(arguments: EventType.allCases)
  func `every type concerns something`(type: EventType) throws {
    let tags = try Golden.payload(of: type).tags
    #expect(!tags.isEmpty || !type.fields.contains { $0.tag != nil })
    #expect(Set(tags).count == tags.count)
    #expect(Set(tags.map(\.kind)).isSubset(of: Set(TagKind.allCases)))
  }
}
