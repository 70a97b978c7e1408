import Foundation
import ShareLedger
import Synchronization
import Testing

@Suite struct `Postings for other tools` {
  @Test(arguments: PostingFormat.allCases)
  func `have the committed bytes`(_ format: PostingFormat) throws {
    let ledger = try SmallBooks()
    let golden = Samples.root + "/Tests/ShareLedgerTests/Golden/postings.\(format.rawValue)"
    let text = try String(contentsOfFile: golden, encoding: .utf8)
    #expect(try ledger.text(format) == text)
  }

  @Test func `are parted by day, each part balanced`() throws {
    let rows = try SmallBooks().rows()
    let overnight = rows.filter { $0[0] == "5" }
    #expect(Set(overnight.map { $0[5] }) == ["2024-03-01", "2024-03-02"])
    for day in ["2024-03-01", "2024-03-02"] {
      for commodity in ["SEC", "NUM"] {
        let amounts = overnight.filter { $0[5] == day && $0[7] == commodity }.compactMap { Int($0[8]) }
        #expect(amounts.reduce(0, +) == 0)
      }
    }
    #expect(overnight.map { $0[1] }.sorted() == ["1", "2", "3", "4", "5", "6"])
  }

  @Test func `count by their own day, not by the event's valid time`() throws {
    let ledger = try SmallBooks()
    let first = try ledger.rows(at: "2024-03-01")
    // The charge is assessed on the 4th for a service of the 1st.
    #expect(first.contains { $0[4] == "charge.assessed" })
    #expect(!first.contains { $0[5] > "2024-03-01" })
    #expect(try ledger.rows(known: 5).allSatisfy { $0[0] == "5" })
  }

  @Test func `cannot be made to say something else by an id`() throws {
    let ledger = try SmallBooks()
    for line in try ledger.text(.hledger).split(separator: "\n") where line.contains("; position") {
      #expect(!line.contains("["), "a date in brackets would move the posting: \(line)")
      #expect(line.split(separator: ";", omittingEmptySubsequences: false).count == 2, "\(line)")
    }
    #expect(try ledger.text(.csv).contains(",'=1+1,"))
    #expect(try ledger.text(.beancount).contains(#"event: "a\"b\\c""#))
  }
}

/// Two units of work with ids as hostile as ids can be.
private struct SmallBooks {
  private let folder: TemporaryFolder
  private let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    try Ledger.create(at: folder("books"))
    let clock = StepClock(try Instant(rfc3339: "2024-03-05T10:00:00+08:00"))
    ledger = try Ledger(path: folder("books"), access: .writing) { clock.now() }
    let input = try folder.file("events", lines: SmallBooks.lines)
    _ = try Importer(ledger).run(input)
  }

  func text(_ format: PostingFormat, at: String = "2030-01-01", known: UInt64? = nil) throws -> String {
    let view = try ledger.view(at: Day(iso: at).end, known: known.map { .position(Position($0)) } ?? .head)
    var bytes: [UInt8] = []
    try view.exportPostings(as: format) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The CSV's rows, which have no quoted fields but the hostile id's.
  func rows(at: String = "2030-01-01", known: UInt64? = nil) throws -> [[String]] {
    try text(.csv, at: at, known: known).components(separatedBy: "\r\n").dropFirst().dropLast().map {
      $0.replacing(#""a""b\c""#, with: "a").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static let charge = #""charge":"=1+1","unit":"x-A","user":"u;[2020-01-01]""#
  private static let lines = [
    Samples.unit("x-A"),
    Samples.line("party.registered", id: "u", data: #"{"party":"u;[2020-01-01]","kind":"user"}"#),
    Samples.resource("R%1"),
    Samples.line("unit.rulesPublished", id: "r", data: #"{"unit":"x-A","documentHash":"\#(hash)"}"#),
    Samples.line(
      "usage.recorded", id: #"a\"b\\c"#, time: "2024-03-02T06:00:00+08:00",
      data: #"{"usage":"S[1],x:","resource":"R%1","unit":"x-A","user":"u;[2020-01-01]","side":"external","#
        + #""purpose":"research","mode":"onSite","start":"2024-03-01T20:00:00+08:00","#
        + #""end":"2024-03-02T06:00:00+08:00","#
        + #""days":[{"day":"2024-03-01","seconds":14400},{"day":"2024-03-02","seconds":21600}]}"#),
    Samples.line(
      "charge.assessed", id: "date:2020-01-01", time: "2024-03-04T10:00:00+08:00",
      data: "{\(charge)" + #","resource":"R%1","usage":"S[1],x:","pool":"p_1","serviceDay":"2024-03-01","#
        + #""lines":[{"component":"labour","quantity":36000,"amount":100005},"#
        + #"{"component":"water","quantity":1,"amount":7}],"total":100012}"#),
    Samples.line(
      "charge.waived", id: "w", time: "2024-03-04T11:00:00+08:00",
      data: "{\(charge)" + #","amount":12,"reason":"rounding","approver":"x-A"}"#),
    Samples.line(
      "charge.waived", id: "=1+1", time: "2024-03-04T12:00:00+08:00",
      data: "{\(charge)" + #","amount":-12,"reason":"after all","approver":"x-A"}"#),
    Samples.line(
      "charge.reversed", id: "v", time: "2024-03-05T09:00:00+08:00",
      data: "{\(charge)" + #","pool":"p_1","lines":[{"component":"labour","quantity":-36000,"amount":-100005},"#
        + #"{"component":"water","quantity":-1,"amount":-7}],"total":-100012,"reason":"twice","approver":"x-A"}"#),
  ]
  private static let hash = String(repeating: "0", count: 64)
}

/// A clock that goes on by a second each time it is asked.
private final class StepClock: Sendable {
  private let next: Mutex<Int64>

  init(_ start: Instant) { next = Mutex(start.microseconds) }

  func now() -> Instant {
    next.withLock { microseconds in
      microseconds += 1_000_000
      return (try? Instant(microseconds: microseconds)) ?? .last
    }
  }
}
