import EventLog
import EventModel
import Synchronization
import TestSupport
import Testing

/// Asks for timelines in every admission, once as rules do and once so that the writer's memory cannot answer.
private final class AskingTwice: AdmissionPolicy {
  let differenceCount = Atomic<Int>(0)
  let askedCount = Atomic<Int>(0)

  func admit(_ event: Event, recordedTime: Instant, log: LogReader) throws {
    let almost = try Instant(microseconds: Instant.last.microseconds - 1)
    for tag in event.tags {
      let read = try log.timeline(of: tag, .resources, asOf: AsOf(valid: almost, known: log.head))
      // The first event of a unit is asked for alone, so that its timeline is not in memory.
      let remembered =
        tag.kind == .party ? read : try log.timeline(of: tag, .resources, asOf: AsOf(valid: .last, known: log.head))
      let first = try log.firstPosition(of: .resourceRegistered, concerning: tag)
      askedCount.add(1, ordering: .relaxed)
      if remembered.map(\.position) != read.map(\.position) || remembered.map(\.event) != read.map(\.event)
        || first != read.filter({ $0.event.type == .resourceRegistered }).map(\.position).min()
      {
        differenceCount.add(1, ordering: .relaxed)
      }
    }
    let positions = try log.positions(of: .eventRetracted)
    if positions != positions.sorted() { differenceCount.add(1, ordering: .relaxed) }
    if event.id.text.hasSuffix("7") { throw Refusal.changesNothing(event.type) }
  }
}

@Suite struct Remembering {
  @Test(arguments: [UInt64(1), 2, 3])
  func `what the writer remembers of a timeline is what is stored, also after refusals and retractions`(
    seed: UInt64
  ) throws {
    let policy = AskingTwice()
    let store = try TemporaryLog(admission: policy, layout: RunLayout(baseCount: 8, fanOut: 2, levelMax: 2))
    var random = SeededRandom(seed: seed)
    var recorded: [Event] = []
    for round in 0..<120 {
      var batch: [Event] = []
      for index in 0..<Int.random(in: 1...6, using: &random) {
        if let target = recorded.randomElement(using: &random), Int.random(in: 0..<8, using: &random) == 0 {
          batch.append(try Sample.retraction("r\(round)-\(index)", of: target))
        } else {
          let day = Int.random(in: 10...28, using: &random)
          batch.append(
            try Sample.registered(
              "e\(round)-\(index)\(Int.random(in: 0...9, using: &random))",
              resource: "R\(Int.random(in: 1...6, using: &random))",
              unit: "x-\(Int.random(in: 1...2, using: &random))", at: "2025-06-\(day)T08:00:00+08:00"))
        }
      }
      if Bool.random(using: &random) {
        if (try? store.log.append(batch)) != nil { recorded += batch.filter { $0.type == .resourceRegistered } }
      } else {
        for (event, result) in zip(batch, try store.log.appendEach(batch)) where event.type == .resourceRegistered {
          if case .success = result { recorded.append(event) }
        }
      }
    }
    #expect(policy.askedCount.load(ordering: .relaxed) > 500)
    #expect(policy.differenceCount.load(ordering: .relaxed) == 0, "seed \(seed)")
    store.log.settle()
    #expect(try store.log.audit().isIntact, "seed \(seed)")
  }
}
