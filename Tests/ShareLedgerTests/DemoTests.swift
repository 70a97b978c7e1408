import Foundation
import ShareLedger
import Testing

@Suite struct `The demonstration` {
  @Test func `same parameters, same bytes; another seed, other bytes`() throws {
    let first = try bytes(Demo(eventCount: 3_000, seed: 5))
    #expect(try bytes(Demo(eventCount: 3_000, seed: 5)) == first)
    #expect(try bytes(Demo(eventCount: 3_000, seed: 6)) != first)
    #expect(try bytes(Demo(eventCount: 3_000, seed: 5, firstYear: 2021)) != first)
  }

  @Test func `the bytes of a small city are the committed ones, on every machine`() throws {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in try bytes(Demo(eventCount: 5_000)) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // FNV-1a; a change of the generator changes it.
    #expect(hash == 2_635_638_505_618_290_585)
  }

  @Test func `what is recorded is what was foretold: positions, times and batches`() throws {
    let folder = try TemporaryFolder()
    let demo = try Demo(eventCount: 10_300, seed: 2)
    try demo.record(into: folder("city"))
    let ledger = try Ledger(path: folder("city"), access: .reading)
    var recorded: [UInt8] = []
    try ledger.view(at: .last).export { recorded += $0 }
    #expect(try bytes(demo) == recorded)
    #expect(try ledger.audit().isIntact)
  }

  @Test(arguments: [1, 2, 19, 60, 400, 2_000], [UInt64(1), 99])
  func `every event is admitted, and there are as many as were asked for`(_ count: Int, _ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    try Demo(eventCount: count, seed: seed, firstYear: 2019, yearCount: 3).record(into: folder("city"))
    #expect(try Ledger(path: folder("city"), access: .reading).head().number == UInt64(count))
  }

  @Test func `recorded time rises, and what is recorded late is true earlier`() throws {
    var events = try Demo(eventCount: 20_000).events
    var last = Instant.first
    var lateCount = 0
    while let event = try events.next() {
      #expect(event.recordedTime > last)
      last = event.recordedTime
      let lag = event.recordedTime.microseconds - event.event.validTime.microseconds
      if event.event.type == .usageRecorded, lag > 3 * 86_400_000_000 { lateCount += 1 }
    }
    #expect(lateCount > 50)
    #expect((2025...2026).contains(last.day.civil.year))
  }

  @Test func `most things a city does with its instruments and its money happen`() throws {
    var events = try Demo(eventCount: 60_000, yearCount: 3).events
    var counts: [EventType: Int] = [:]
    var postedLater = 0
    while let event = try events.next() {
      counts[event.event.type, default: 0] += 1
      if case .chargeAssessed(let data) = event.event.payload, data.postedOn != nil { postedLater += 1 }
    }
    // Scores are frozen from scorecards, which a generator of events has none of.
    let expected = EventType.allCases.filter {
      [.money, .vouchers, .oversight].contains($0.group) && $0 != .scoreFrozen
    }
    for type in expected { #expect(counts[type, default: 0] > 0, "no \(type.wireName)") }
    for type in [EventType.bookingRequested, .usageRecorded, .chargeAssessed, .paymentReceived] {
      #expect(counts[type, default: 0] > 5_000, "\(type.wireName)")
    }
    #expect(postedLater > 50)
  }

  @Test func `charges are what the published fees say, but for a few`() throws {
    let folder = try TemporaryFolder()
    try Demo(eventCount: 3_000, seed: 8).record(into: folder("city"))
    let view = try Ledger(path: folder("city"), access: .reading).view(at: .last)
    var (charges, deviations) = (0, 0)
    try view.forEachEvent(EventSelection(query: EventQuery(types: [.chargeAssessed]))) { event in
      guard case .chargeAssessed(let data) = event.event.payload else { return true }
      charges += 1
      if try view.check(charge: data.charge)?.findings.isEmpty != true { deviations += 1 }
      return true
    }
    #expect(charges > 150)
    #expect((1...charges / 15).contains(deviations), "\(deviations) of \(charges)")
  }

  @Test func `a ledger that holds events is left as it is`() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("demo", folder("city"), "--events", "50").status == 0)
    let again = try Tool.run("demo", folder("city"), "--events", "50")
    #expect(again.status == 1)
    #expect(again.error.contains("holds 50 events"))
    #expect(try Ledger(path: folder("city"), access: .reading).head().number == 50)
  }

  @Test func `printed lines are events the tool takes`() throws {
    let folder = try TemporaryFolder()
    let printed = try Tool.run("demo", "--print", "--events", "700", "--seed", "3")
    #expect(printed.status == 0)
    _ = try Tool.run("init", folder("copy"))
    let lines = try folder.file("lines", Array(printed.output.utf8))
    #expect(try Tool.run("import", folder("copy"), lines, "--replica").status == 0)
    #expect(try Tool.run("export", folder("copy")).output == printed.output)
  }

  @Test(arguments: [["--events", "0"], ["--from", "1890"], ["--years", "21"], ["--print"], []])
  func `parameters beyond the limits are wrong usage`(_ options: [String]) throws {
    let folder = try TemporaryFolder()
    let arguments = options.isEmpty ? ["demo"] : ["demo", folder("city")] + options
    #expect(try Tool.run(arguments).status == 2)
    #expect(!folder.exists("city"))
  }

  private func bytes(_ demo: Demo) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try demo.print { bytes += $0 }
    return bytes
  }
}
