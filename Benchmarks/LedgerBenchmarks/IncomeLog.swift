import EventLog
import EventModel
import Foundation
import ShareLedger

/// A log of uses whose postings go to many accounts, filled and then open for questions.
final class IncomeLog {
  let rules = IncomePostings()
  /// How long each batch took.
  let micros: [Double]
  let bytesPerEvent: Double
  let correctionCount: Int
  private let log: EventLog
  private let path: String

  /// Fills a log in a directory of its own.
  ///
  /// - Parameter corrected: every so many events corrects one of 10,000 events before; by default none.
  init(_ directory: String, events: Int, batch: Int = 10_000, corrected: Int? = nil) throws {
    path = "\(directory)/income-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try EventLog.create(directory: path, id: "benchmark", created: "now")
    let city = try City()
    let filling = try EventLog(
      directory: path, access: .writing(admission: AdmitAll(), clock: Figures.now), postings: rules)
    var (micros, correctionCount): ([Double], Int) = ([], 0)
    for start in stride(from: 0, to: events, by: batch) {
      let slice = try (start..<min(start + batch, events)).map { index in
        guard let corrected, index % corrected == 0, index >= 10_000 else { return try city.usage(index) }
        correctionCount += 1
        return try city.correction(of: index - 10_000 + 1, as: index)
      }
      micros.append(try Figures.seconds { _ = try filling.append(slice) } * 1e6)
    }
    (self.micros, self.correctionCount) = (micros, correctionCount)
    bytesPerEvent = Double(try filling.environment.statistics().usedBytes) / Double(events)
    try filling.close()
    log = try EventLog(directory: path, access: .reading, postings: rules)
  }

  func remove() {
    try? log.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The civil day of the city's `number`-th day.
  func day(_ number: Int) throws -> Day {
    try Instant(microseconds: City.start + Int64(number) * 86_400_000_000).day
  }

  /// A day in the middle of those with postings.
  var middle: Day { get throws { try day(350) } }

  /// How long the balance of an account takes, known at the head when no position is given.
  func microseconds(of account: Account, through day: Day = .last, known: Position? = nil) throws -> Double {
    try Figures.seconds {
      _ = try log.read { try $0.balance(of: account, through: day, known: known ?? $0.head) }
    } * 1e6
  }

  /// The same, a hundred times.
  func latencies(of account: Account, through day: Day = .last, known: Position?) throws -> [Double] {
    try (0..<100).map { _ in try microseconds(of: account, through: day, known: known) }
  }

  /// How long the balances of all accounts take.
  func milliseconds(through day: Day = .last, known: Position? = nil) throws -> Double {
    var sum: Int128 = 0
    let seconds = try Figures.seconds {
      try log.read { log in try log.balances(of: nil, through: day, known: known ?? log.head) { sum += $1 } }
    }
    precondition(sum == 0, "all balances come to \(sum), not to nothing")
    return seconds * 1e3
  }
}

extension City {
  /// Corrects the purpose of a use.
  func correction(of index: Int, as other: Int) throws -> Event {
    let usage = try usage(index)
    guard case .usageRecorded(let data) = usage.payload else { return usage }
    func facts(_ purpose: UsagePurpose) -> UsageFacts {
      UsageFacts(
        booking: nil, operator: nil, user: data.user, side: data.side, purpose: purpose, mode: data.mode,
        start: data.start, end: data.end, samples: nil, days: data.days)
    }
    let corrected = UsageCorrected(
      usage: data.usage, resource: data.resource, unit: data.unit, was: facts(data.purpose), now: facts(.teaching))
    return try event("x-\(other)", try self.usage(other).validTime, .usageCorrected(corrected))
  }
}

/// Four amounts on accounts drawn from the usage, and their sum on one account; a correction takes back the amounts of its
/// usage on their day and posts others.
struct IncomePostings: PostingRules {
  let accounts: [Account]
  let fund: Account

  init() {
    let parts = (0..<10_000).map { ("x-unit-\(100_000 + $0 % 500)", "pool-\($0 / 500 % 4)", "part-\($0 / 2_000)") }
    accounts = parts.compactMap { try? Account("income:\($0.0):\($0.1):\($0.2)") }
    fund = AccountPrefix(.guidingFund).onlyAccount
  }

  func entry(of event: Event) throws(Refusal) -> EventModel.Entry {
    switch event.payload {
    case .usageRecorded(let data): try EventModel.Entry(postings(data.usage, data.days, sign: 1))
    case .usageCorrected(let data):
      try EventModel.Entry(postings(data.usage, data.was.days, sign: -1) + postings(data.usage, data.now.days, sign: 2))
    default: .empty
    }
  }

  private func postings(_ usage: Identifier, _ days: [DayShare], sign: Int64) -> [Posting] {
    guard let day = days.first?.day else { return [] }
    var hash: UInt64 = 0
    for byte in usage.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15 }
    var postings: [Posting] = []
    for index in 0..<4 {
      let account = accounts[Int((hash >> (16 * UInt64(index))) & 0xFFFF) % accounts.count]
      postings.append(
        Posting(account: account, day: day, amount: sign * (Int64(hash >> 40 & 0xFFFF) + Int64(index) + 1)))
    }
    postings.append(Posting(account: fund, day: day, amount: -postings.reduce(0) { $0 + $1.amount }))
    return postings
  }
}

extension AccountPrefix {
  /// The account of a family without parts.
  fileprivate var onlyAccount: Account {
    guard let account = try? Account(text) else { preconditionFailure("\(text) is no account") }
    return account
  }
}
