import ArgumentParser
import EventLog
import EventModel
import Foundation
import ShareLedger

/// Balances over many accounts: five postings an event on 10,000 accounts of income and one that takes the other side
/// of all.
struct Balances: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Settle and sum millions of postings.")

  @Option(help: "A directory on the disk to measure; the log in it is removed afterwards.")
  var directory: String
  @Option var events = 1_000_000
  @Option var batch = 10_000
  @Option(help: "Every so many events corrects an earlier one.") var corrected: Int?
  @Option var runs = 5

  func run() throws {
    let log = try IncomeLog(directory, events: events, batch: batch, corrected: corrected)
    defer { log.remove() }
    let first = try log.microseconds(of: log.rules.accounts[0]) / 1e3
    let (half, day) = (Position(UInt64(events / 2)), try log.middle)
    var (whole, dated, early): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<runs {
      whole.append(try log.milliseconds())
      dated.append(try log.milliseconds(through: day))
      early.append(try log.milliseconds(through: day, known: half))
    }
    var (single, asOf, computed): ([Double], [Double], [Double]) = ([], [], [])
    let hot = try log.latencies(of: log.rules.fund, known: nil)
    let hotEarly = try log.latencies(of: log.rules.fund, known: half)
    let hotDatedEarly = try log.latencies(of: log.rules.fund, through: day, known: half)
    for index in 0..<5_000 {
      let account = log.rules.accounts[index &* 7_919 % log.rules.accounts.count]
      single.append(try log.microseconds(of: account))
      let known = Position(UInt64(1 + index &* 104_729 % events))
      let before = Figures.threadSeconds()
      asOf.append(try log.microseconds(of: account, through: try log.day(index &* 31 % 700), known: known))
      computed.append((Figures.threadSeconds() - before) * 1e6)
    }
    Figures.report(
      "balances",
      [
        ("batch", Double(batch)), ("events", Double(events)), ("corrections", Double(log.correctionCount)),
        ("events_per_second", Double(events) / log.micros.reduce(0, +) * 1e6),
        ("batch_p50_milliseconds", Figures.median(log.micros) / 1e3),
        ("batch_max_milliseconds", (log.micros.max() ?? 0) / 1e3), ("bytes_per_event", log.bytesPerEvent),
        ("first_answer_milliseconds", first), ("all_accounts_milliseconds", Figures.median(whole)),
        ("all_accounts_by_a_day_milliseconds", Figures.median(dated)),
        ("all_accounts_as_of_milliseconds", Figures.median(early)),
        ("one_account_p50_microseconds", Figures.median(single)),
        ("one_account_p99_microseconds", Figures.quantile(single, 0.99)),
        ("one_account_as_of_p50_microseconds", Figures.median(asOf)),
        ("one_account_as_of_p99_microseconds", Figures.quantile(asOf, 0.99)),
        ("one_account_as_of_p99_processor_microseconds", Figures.quantile(computed, 0.99)),
        ("account_of_all_p50_microseconds", Figures.median(hot)),
        ("account_of_all_known_at_half_p50_microseconds", Figures.median(hotEarly)),
        ("account_of_all_as_of_half_p50_microseconds", Figures.median(hotDatedEarly)),
        ("known_at_half_to_head", Figures.median(hotEarly) / Figures.median(hot)),
        ("anonymous_megabytes", Figures.anonymousMegabytes()),
      ],
      targets: [
        "all_accounts_milliseconds": .atMost(400), "all_accounts_by_a_day_milliseconds": .atMost(400),
        "all_accounts_as_of_milliseconds": .atMost(400), "one_account_p99_microseconds": .atMost(1_000),
        "one_account_as_of_p99_microseconds": .atMost(1_000),
        "one_account_as_of_p99_processor_microseconds": .atMost(1_000), "known_at_half_to_head": .atMost(2),
      ])
  }
}

/// What corrections cost: the same questions as of (V, K) with one event in five corrected as without.
struct Corrected: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Ask for balances with and without corrections.")

  @Option(help: "A directory on the disk to measure; the logs in it are removed afterwards.")
  var directory: String
  @Option var events = 300_000
  @Option(help: "Every so many events corrects an earlier one.") var every = 5

  func run() throws {
    let (plain, corrected) = (
      try IncomeLog(directory, events: events), try IncomeLog(directory, events: events, corrected: every)
    )
    defer {
      plain.remove()
      corrected.remove()
    }
    var (ofOne, ofAll): ([[Double]], [[Double]]) = ([[], []], [[], []])
    for index in 0..<2_000 {
      let known = Position(UInt64(1 + index &* 104_729 % events))
      let day = try plain.day(index &* 31 % 700)
      for (place, log) in [plain, corrected].enumerated() {
        let account = log.rules.accounts[index &* 7_919 % log.rules.accounts.count]
        ofOne[place].append(try log.microseconds(of: account, through: day, known: known))
        ofAll[place].append(try log.microseconds(of: log.rules.fund, through: day, known: known))
      }
    }
    let (one, all) = (ofOne.map(Figures.median), ofAll.map(Figures.median))
    Figures.report(
      "corrected",
      [
        ("events", Double(events)), ("corrections", Double(corrected.correctionCount)),
        ("one_account_p50_microseconds", one[0]), ("one_account_corrected_p50_microseconds", one[1]),
        ("one_account_ratio", one[1] / one[0]), ("account_of_all_p50_microseconds", all[0]),
        ("account_of_all_corrected_p50_microseconds", all[1]), ("account_of_all_ratio", all[1] / all[0]),
      ], targets: ["one_account_ratio": .atMost(2), "account_of_all_ratio": .atMost(2)])
  }
}
