import Foundation
import ShareLedger
import Synchronization
import Testing

@testable import ShareLedgerCLI

@Suite struct `Projections` {
  /// A city of 5,000 events, recorded once for all tests.
  private static let city: Result<(TemporaryFolder, Ledger), any Error> = Result {
    let folder = try TemporaryFolder()
    try Demo(eventCount: 5_000).record(into: folder("city"))
    return (folder, try Ledger(path: folder("city"), access: .reading))
  }

  /// Those the tool names, and that of a disclosure.
  private static func builtIn() throws -> [BuiltInProjectors.Entry] {
    let year = try #require(CivilPeriod(from: Day(iso: "2024-01-01"), through: Day(iso: "2024-12-31")))
    return BuiltInProjectors.all + [BuiltInProjectors.Entry(DisclosureProjector(DisclosureQuestion(year)), "")]
  }

  private func view(at valid: Instant = .last, known: Known = .head) throws -> LedgerView {
    try Self.city.get().1.view(at: valid, known: known)
  }

  @Test func `an integrator's projector counts what the events of the view say`() throws {
    for (valid, known) in try [
      (Instant.last, Known.head), (Day(iso: "2024-09-30").end, .position(Position(3_000))),
      (Day(iso: "2024-03-01").end, .position(Position(100))), (.last, .position(.zero)),
    ] {
      let view = try view(at: valid, known: known)
      // Uses
      let projection = try view.project(UsesByUnit())
      print(projection.output.count, projection.hash, projection.projector.fingerprint)
      // end
      var expected: [Identifier: Int64] = [:]
      try view.forEachEvent(EventSelection(query: EventQuery(types: [.usageRecorded]))) { event in
        guard case .usageRecorded(let data) = event.event.payload else { return true }
        expected[data.unit, default: 0] += (data.end.microseconds - data.start.microseconds) / 1_000_000
        return true
      }
      let uses = expected.sorted { $0.key < $1.key }.map { UsesByUnit.Use(unit: $0.key, seconds: $0.value) }
      #expect(projection.output == uses && projection.asOf == view.asOf)
    }
  }

  @Test(arguments: [1, 2, 7], [UInt64(1), 97, 65_536])
  func `the bytes do not depend on threads or slices`(_ threads: Int, _ slice: UInt64) throws {
    var options = ProjectionOptions()
    (options.threadCount, options.sliceCount) = (threads, slice)
    for entry in try Self.builtIn() {
      let view = try view(at: Day(iso: "2025-06-30").end, known: .position(Position(4_321)))
      let (once, again) = (try entry.project(view, ProjectionOptions()), try entry.project(view, options))
      #expect(once.bytes == again.bytes, "\(entry.name)")
    }
  }

  @Test func `nor on language, time zone or process`() throws {
    let city = try Self.city.get().0("city")
    for entry in BuiltInProjectors.all {
      let arguments = ["project", city, entry.name, "--at", "2025-06-30"]
      let one = try Tool.run(arguments, environment: ["TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8"])
      let other = try Tool.run(arguments + ["--threads", "3"], environment: ["TZ": "Asia/Shanghai", "LC_ALL": "C"])
      #expect(one.status == 0 && !one.output.isEmpty && one.output == other.output, "\(entry.name) \(one.error)")
    }
  }

  @Test func `the answers of a small city are the committed ones: who changes a rule raises the revision`() throws {
    let path = Samples.root + "/Tests/ShareLedgerTests/Golden/projections.txt"
    let committed = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    var bytes: [UInt8] = []
    try Demo(eventCount: 5_000).print { bytes += $0 }
    let city = ContentHash(hashing: bytes).text.prefix(16)
    for entry in try Self.builtIn() {
      let answer = try entry.project(view(at: Day(iso: "2026-06-30").end), ProjectionOptions())
      let line = "\(entry.name) \(entry.revision) \(city) \(ContentHash(hashing: answer.bytes))"
      #expect(committed.contains(line), "add, if it is meant to be: \(line)")
    }
  }

  @Test func `a fingerprint changes with name, revision, parameters and types`() throws {
    struct Other: Projector {
      var (name, revision): (String, Int)
      var parameters: [ProjectorParameter] = []
      var types: Set<EventType>? = [.usageRecorded]
      func start() -> Int { 0 }
      func apply(_ event: EventView, to state: inout Int) { state += 1 }
      func finish(_ state: consuming Int, asOf: AsOf) -> Int { state }
      func write(_ output: Int, to writer: inout JSONWriter) { writer.int(Int64(output)) }
    }
    var variants = [Other(name: "a", revision: 1), Other(name: "b", revision: 1), Other(name: "a", revision: 2)]
    variants.append(Other(name: "a", revision: 1, parameters: [ProjectorParameter("x", "1")]))
    variants.append(Other(name: "a", revision: 1, parameters: [ProjectorParameter("x", "2")]))
    variants.append(Other(name: "a", revision: 1, types: [.usageVoided]))
    variants.append(Other(name: "a", revision: 1, types: nil))
    #expect(Set(variants.map(\.fingerprint)).count == variants.count)
    #expect(variants[0].fingerprint == Other(name: "a", revision: 1).fingerprint)
    // Without types, everything that is no retraction.
    #expect(try view().project(variants[6]).output == 5_000)
  }

  @Test func `orders are kept: by position, or by valid time and then position`() throws {
    struct Order: Projector {
      let order: ProjectionOrder
      var name: String { "order" }
      var revision: Int { 1 }
      var types: Set<EventType>? { nil }
      func start() -> [(Int64, UInt64)] { [] }
      func apply(_ event: EventView, to state: inout [(Int64, UInt64)]) {
        state.append((event.validTime.microseconds, event.position.number))
      }
      func finish(_ state: consuming [(Int64, UInt64)], asOf: AsOf) -> [(Int64, UInt64)] { state }
      func write(_ output: [(Int64, UInt64)], to writer: inout JSONWriter) {}
    }
    let byPosition = try view().project(Order(order: .position)).output
    let byValid = try view().project(Order(order: .valid)).output
    #expect(byPosition.map(\.1) == (1...5_000).map { UInt64($0) })
    #expect(byValid.map(\.1) != byPosition.map(\.1))
    #expect(byValid.map(\.1) == byPosition.sorted { $0 < $1 }.map(\.1))
  }

  @Test func `progress reaches the end, and a cancelled projection stops`() throws {
    let seen = Mutex<[UInt64]>([])
    var options = ProjectionOptions()
    options.sliceCount = 1_000
    options.progress = { progress in seen.withLock { $0.append(progress.eventCount) } }
    _ = try view().project(UsesByUnit(), options: options)
    #expect(seen.withLock { $0.last == 5_000 && $0 == $0.sorted() })
    options.isCancelled = { true }
    let cancelled = options
    let error = #expect(throws: LedgerError.self) { try view().project(UsesByUnit(), options: cancelled) }
    guard case .interrupted? = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
  }

  @Test func `an event taken back is not there from its retraction's position on`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let broken = Samples.line(
      "resource.statusChanged", id: "broken", data: #"{"resource":"R1","status":"awaitingRepair"}"#)
    let retraction = Samples.line(
      "event.retracted", id: "oops",
      data: #"{"targetSource":"urn:test","targetId":"broken","targetType":"resource.statusChanged","#
        + #""subjects":["resource:R1"],"reason":"r","approver":"x-A"}"#)
    let lines = [Samples.unit(), Samples.resource("R1"), broken, retraction].joined(separator: "\n")
    #expect(try Tool.run(["append", folder("lab")], input: Array(lines.utf8)).status == 0)
    struct Types: Projector {
      var name: String { "types" }
      var revision: Int { 1 }
      var types: Set<EventType>? { nil }
      func start() -> [UInt16] { [] }
      func apply(_ event: EventView, to state: inout [UInt16]) { state.append(event.typeCode) }
      func finish(_ state: consuming [UInt16], asOf: AsOf) -> [UInt16] { state }
      func write(_ output: [UInt16], to writer: inout JSONWriter) {}
    }
    let ledger = try Ledger(path: folder("lab"), access: .reading)
    let codes = [EventType.partyRegistered, .resourceAcquired, .resourceStatusChanged].map(\.rawValue)
    #expect(try ledger.view(at: .last, known: .position(Position(3))).project(Types()).output == codes)
    #expect(try ledger.view(at: .last).project(Types()).output == Array(codes.prefix(2)))
  }
}
