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
  @Option var runs = 5

  func run() throws {
    let path = "\(directory)/balances-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try EventLog.create(directory: path, id: "benchmark", created: "now")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let access = EventLog.Access.writing(admission: AdmitAll()) {
      (try? Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1e6))) ?? .first
    }
    let rules = IncomePostings()
    var log = try EventLog(directory: path, access: access, postings: rules)
    let city = try City()
    var micros: [Double] = []
    for start in stride(from: 0, to: events, by: batch) {
      let slice = try (start..<start + batch).map(city.usage)
      micros.append(try Figures.seconds { _ = try log.append(slice) } * 1e6)
    }
    let used = Double(try log.environment.statistics().usedBytes)
    try log.close()
    log = try EventLog(directory: path, access: .reading, postings: rules)
    defer { try? log.close() }
    let first = try latency(of: rules.accounts[0], log, known: nil) / 1e3

    var sum: Int128 = 0
    var (whole, dated): ([Double], [Double]) = ([], [])
    let middle = try Instant(microseconds: City.start + 350 * 86_400_000_000).day
    for _ in 0..<runs {
      for through in [Day.last, middle] {
        let seconds = try Figures.seconds {
          try log.read { log in
            try log.balances(of: nil, through: through, known: log.head) { sum += $1 }
          }
        }
        if through == middle { dated.append(seconds * 1e3) } else { whole.append(seconds * 1e3) }
      }
    }
    var (single, hot, early): ([Double], [Double], [Double]) = ([], [], [])
    for index in 0..<5_000 {
      let account = rules.accounts[index &* 7_919 % rules.accounts.count]
      single.append(try latency(of: account, log, known: nil))
      if index % 50 == 0 {
        hot.append(try latency(of: rules.fund, log, known: nil))
        early.append(try latency(of: rules.fund, log, known: Position(UInt64(events / 2))))
      }
    }
    Figures.report(
      "balances",
      [
        ("batch", Double(batch)), ("events", Double(events)), ("sum", Double(sum)),
        ("events_per_second", Double(events) / micros.reduce(0, +) * 1e6),
        ("batch_p50_milliseconds", Figures.median(micros) / 1e3),
        ("batch_max_milliseconds", (micros.max() ?? 0) / 1e3), ("bytes_per_event", used / Double(events)),
        ("first_answer_milliseconds", first), ("all_accounts_milliseconds", Figures.median(whole)),
        ("all_accounts_by_a_day_milliseconds", Figures.median(dated)),
        ("one_account_p50_microseconds", Figures.median(single)),
        ("one_account_p99_microseconds", Figures.quantile(single, 0.99)),
        ("account_of_all_p50_microseconds", Figures.median(hot)),
        ("account_of_all_known_at_half_p50_microseconds", Figures.median(early)),
        ("anonymous_megabytes", Figures.anonymousMegabytes()),
      ])
  }

  private func latency(of account: Account, _ log: EventLog, known: Position?) throws -> Double {
    try Figures.seconds {
      _ = try log.read { try $0.balance(of: account, through: .last, known: known ?? $0.head) }
    } * 1e6
  }
}

/// Four amounts on accounts drawn from the event's id, and their sum on one account.
struct IncomePostings: PostingRules {
  let accounts: [Account]
  let fund: Account

  init() {
    let parts = (0..<10_000).map { ("x-unit-\(100_000 + $0 % 500)", "pool-\($0 / 500 % 4)", "part-\($0 / 2_000)") }
    accounts = parts.compactMap { try? Account("income:\($0.0):\($0.1):\($0.2)") }
    fund = AccountPrefix(.guidingFund).onlyAccount
  }

  func entry(of event: Event) throws(Refusal) -> EventModel.Entry {
    var hash: UInt64 = 0
    for byte in event.id.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15 }
    let day = event.validTime.day
    var postings: [Posting] = []
    for index in 0..<4 {
      let account = accounts[Int((hash >> (16 * UInt64(index))) & 0xFFFF) % accounts.count]
      postings.append(Posting(account: account, day: day, amount: Int64(hash >> 40 & 0xFFFF) + Int64(index) + 1))
    }
    postings.append(Posting(account: fund, day: day, amount: -postings.reduce(0) { $0 + $1.amount }))
    return try EventModel.Entry(postings)
  }
}

extension AccountPrefix {
  /// The account of a family without parts.
  fileprivate var onlyAccount: Account {
    guard let account = try? Account(text) else { preconditionFailure("\(text) is no account") }
    return account
  }
}
