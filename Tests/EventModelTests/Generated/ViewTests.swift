import EventModel
import TestSupport
import Testing

/// A view shows what the struct holds, on random payloads of types that have every kind of field between them.
struct GeneratedViewTests {
  private let seed = UInt64.random(in: 0...UInt64.max)
  private let rounds = 300

  private func encoded(_ value: some FieldValue) -> [UInt8] {
    var writer = CBORWriter()
    value.encode(to: &writer)
    return writer.bytes
  }

  private func utf8(_ id: Identifier?) -> [UInt8]? { id.map { Array($0.text.utf8) } }

  private func utf8(_ text: Text?) -> [UInt8]? { text.map { Array($0.string.utf8) } }

  /// The struct comes back from its bytes, through the payload and the registry too.
  private func expectReturn<Data: EventData>(_ data: Data, _ bytes: [UInt8]) throws {
    var reader = CBORReader(bytes.span.bytes)
    #expect(try Data(from: &reader) == data, "seed \(seed)")
    try reader.end()
    var json = JSONWriter()
    data.write(to: &json)
    var jsonReader = JSONReader(json.bytes.span.bytes)
    #expect(try Data(from: &jsonReader) == data, "seed \(seed)")
    var second = CBORReader(bytes.span.bytes)
    #expect(try EventPayload(type: Data.type, from: &second) == data.payload, "seed \(seed)")
  }

  @Test func `resource acquired: ids, texts, money, days, lists, optionals`() throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<rounds {
      let data = ResourceAcquired(
        resource: try random.id(), unit: try random.id(), kind: random.one(ResourceKind.self), name: try random.text(),
        classCode: try random.maybe { try $0.id() }, originalValue: try random.maybe { try $0.fen() },
        funding: try random.list { Funding(source: $0.one(FundingSource.self), amount: try $0.fen()) },
        acceptedOn: try random.day(), source: random.one(AcquisitionSource.self),
        location: try random.maybe { try $0.text() }, model: try random.maybe { try $0.text() },
        manufacturer: try random.maybe { try $0.text() },
        attributes: try random.maybe { try $0.list { Attribute(name: try $0.text(), value: try $0.text()) } })
      let bytes = encoded(data)
      try expectReturn(data, bytes)
      let view = try ResourceAcquiredView(bytes.span.bytes)
      #expect(copied(view.resource) == utf8(data.resource) && copied(view.unit) == utf8(data.unit), "seed \(seed)")
      #expect(copied(view.name) == utf8(data.name), "seed \(seed)")
      #expect(copied(view.classCode) == utf8(data.classCode), "seed \(seed)")
      #expect(copied(view.location) == utf8(data.location) && copied(view.model) == utf8(data.model), "seed \(seed)")
      #expect(copied(view.manufacturer) == utf8(data.manufacturer), "seed \(seed)")
      #expect(copied(view.funding) == encoded(data.funding), "seed \(seed)")
      #expect(copied(view.attributes) == data.attributes.map { encoded($0) }, "seed \(seed)")
      #expect(view.kind == data.kind && view.source == data.source, "seed \(seed)")
      #expect(view.originalValue == data.originalValue && view.acceptedOn == data.acceptedOn, "seed \(seed)")
    }
  }

  @Test func `booking requested: instants and flags`() throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<rounds {
      let data = BookingRequested(
        booking: try random.id(), resource: try random.id(), unit: try random.id(), user: try random.id(),
        start: try random.instant(), end: try random.instant(), exclusive: .random(using: &random))
      let bytes = encoded(data)
      try expectReturn(data, bytes)
      let view = try BookingRequestedView(bytes.span.bytes)
      #expect(
        copied(view.booking) == utf8(data.booking) && copied(view.resource) == utf8(data.resource), "seed \(seed)")
      #expect(copied(view.unit) == utf8(data.unit) && copied(view.user) == utf8(data.user), "seed \(seed)")
      #expect(view.start == data.start && view.end == data.end, "seed \(seed)")
      #expect(view.exclusive == data.exclusive, "seed \(seed)")
    }
  }

  @Test func `usage corrected: objects within`() throws {
    var random = SeededRandom(seed: seed)
    func facts(_ random: inout SeededRandom) throws -> UsageFacts {
      UsageFacts(
        booking: try random.maybe { try $0.id() }, operator: try random.maybe { try $0.id() }, user: try random.id(),
        side: random.one(UsageSide.self), purpose: random.one(UsagePurpose.self), mode: random.one(UsageMode.self),
        start: try random.instant(), end: try random.instant(), samples: try random.maybe { try $0.count() },
        days: try random.list { DayShare(day: try $0.day(), seconds: try $0.seconds()) })
    }
    for _ in 0..<rounds {
      let data = UsageCorrected(
        usage: try random.id(), resource: try random.id(), unit: try random.id(), was: try facts(&random),
        now: try facts(&random))
      let bytes = encoded(data)
      try expectReturn(data, bytes)
      let view = try UsageCorrectedView(bytes.span.bytes)
      #expect(copied(view.usage) == utf8(data.usage) && copied(view.resource) == utf8(data.resource), "seed \(seed)")
      #expect(copied(view.was) == encoded(data.was), "seed \(seed)")
      #expect(copied(view.now) == encoded(data.now), "seed \(seed)")
    }
  }

  @Test func `a view refuses keys in the wrong order`() throws {
    let bytes = Hex.bytes("a2" + "026155" + "016152")
    #expect(throws: CodecError(.missingKey, at: 1)) { try ResourceUpdatedView(bytes.span.bytes).resource.byteCount }
  }

  @Test func `a view refuses bytes behind the payload`() throws {
    let bytes = Hex.bytes("a2" + "016152" + "0280" + "00")
    #expect(throws: CodecError(.trailingBytes, at: 6)) { try ResourceUpdatedView(bytes.span.bytes).resource.byteCount }
  }
}
