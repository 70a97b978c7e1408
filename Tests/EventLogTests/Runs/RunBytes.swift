import EventModel
import Testing

@testable import EventLog

@Suite struct `Stored bytes of runs` {
  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// A run of 4 positions with one row of each kind but for two postings of one account.
  private func blocks() throws -> [(UInt64, [UInt8])] {
    let run = RunName(shelf: .entities, level: 1, first: 5, last: 8, number: 2)
    var writer = RunWriter(run)
    var blocks: [(UInt64, [UInt8])] = []
    func add(_ table: DerivedTable, _ key: [UInt8], _ position: UInt64, _ value: [UInt8]) throws {
      try writer.add(table, key: key.span.bytes, position: position, value: value.span.bytes) {
        blocks.append(($0, $1))
      }
    }
    try add(.ids, Keys.eventID(source: EventSource("urn:a"), id: Identifier("e1")), 5, [])
    try add(.ids, Keys.eventID(source: EventSource("urn:a"), id: Identifier("e2")), 6, [])
    var entry: [UInt8] = []
    entry.append(littleEndian: UInt64(1_000_000))
    entry.append(littleEndian: UInt16(201))
    try add(.timelines, Keys.timeline(Tag(.resource, Identifier("R1")), group: .resources), 5, entry)
    for (day, amount) in [(20_000, 150), (20_001, -7)] {
      var (key, value): ([UInt8], [UInt8]) = ([], [])
      Keys.appendPostings(try Account("cash:x-unit"), try Day(number: Int64(day)), to: &key)
      value.append(signedVarint: Int64(amount))
      try add(.postings, key, 8, value)
    }
    try writer.finish { blocks.append(($0, $1)) }
    return blocks
  }

  @Test func `are the committed ones`() throws {
    let lines = try blocks().map { "\(String($0.0, radix: 16)) \(Self.hex($0.1))" }
    #expect(lines == Self.golden, "\(lines)")
  }

  private static let golden = [
    "2000000 7cf53d940200009075726e3a6100653100000720320001",
    "2000001 0aeff7040100005a02523100020040420f0000000000c900",
    "2000002 72a69a19020000f210636173683a782d756e69740080004e2003ac020f1121030d",
    "2400000 ff858fcf0300009075726e3a610065310000005002523100020000fc10636173683a782d756e69740080004e2000214e0000"
      + "8f00000000000000",
    "2800000 45c09be000000000000000000000000004020080000000420010000010000201000000000080200282000000180000001000"
      + "000000000040004040200200000004010000",
    "2c00000 4e7c645b05000000000000000800000000000000020000000000000001000000010000000000000001000000000000000000"
      + "0000000000000200000000000000010000000100000001000000",
  ]

  @Test func `settled positions are divided like a number into digits`() {
    let layout = RunLayout(baseCount: 4, fanOut: 2, levelMax: 2)
    let names = layout.runs(of: .entities, settled: layout.settled(head: 47))
    let runs = names.map { "\($0.level):\($0.first)-\($0.last)#\($0.number)" }
    #expect(runs == ["2:1-16#0", "2:17-32#4", "1:33-40#8", "0:41-44#10"])
    #expect(RunLayout.standard.runs(of: .entities, settled: 352_256).map(\.level) == [3, 2, 1, 0, 0])
  }

  @Test func `numbers of every size come back`() {
    let numbers: [Int64] = [0, 1, -1, 63, 64, -64, -65, 8_191, 8_192, 1 << 53, -(1 << 53), .max, .min]
    for number in numbers {
      var bytes: [UInt8] = []
      bytes.append(signedVarint: number)
      let start = bytes.count
      bytes.append(varint: UInt64(bitPattern: number))
      if number >= 0 { #expect(varintCount(Int(number)) == bytes.count - start) }
      var offset = 0
      #expect(bytes.span.bytes.signedVarint(at: &offset) == number)
      #expect(bytes.span.bytes.varint(at: &offset) == UInt64(bitPattern: number))
      #expect(offset == bytes.count)
      var end = bytes.count
      #expect(bytes.span.bytes.varint(at: &end) == nil)
    }
  }

  @Test func `a filter passes all it was given and few others`() {
    let hashes = (0..<5_000).map { number in
      BucketHash.of(.ids, Array("urn:a\0u-\(number)\0".utf8).span.bytes)
    }
    let filter = BucketFilter(hashes)
    #expect(hashes.allSatisfy(filter.passes))
    let others = (5_000..<25_000).count { number in
      filter.passes(BucketHash.of(.ids, Array("urn:a\0u-\(number)\0".utf8).span.bytes))
    }
    #expect(others < 600, "\(others) of 20,000")
    #expect(!BucketFilter([]).passes(hashes[0]))
  }
}
