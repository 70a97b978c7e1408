import EventModel
import ShareLedger

/// A question whose sums follow from the postings of the events it rests on, so that they can be added up without the
/// ledger.
protocol Recomputable: Question {
  /// The accounts whose postings the sums are made of.
  func prefixes() throws -> [AccountPrefix?]

  /// Adds the postings up; answers each sum by a name, with what the answer says and what was found.
  ///
  /// - Returns: `nil` when this form of the question cannot be added up.
  func sums(_ answer: AnswerValue, of postings: [RecordedPosting], through day: Day) throws -> [RecomputedSum]?
}

/// A sum as an answer has it and as it was added up.
struct RecomputedSum {
  let name: String
  let told: String
  let found: String
}

extension Recomputable {
  /// The events that posted to the accounts, as far as the view goes.
  func positions(_ view: LedgerView) throws -> Set<Position> {
    var found: Set<Position> = []
    for prefix in try prefixes() {
      for line in try view.register(of: prefix).lines { found.insert(line.recorded.position) }
    }
    return found
  }
}

extension BalanceCommand: Recomputable {
  func prefixes() -> [AccountPrefix?] { [prefix] }

  func sums(_ answer: AnswerValue, of postings: [RecordedPosting], through day: Day) -> [RecomputedSum]? {
    guard !trial, days.from == nil else { return nil }
    var told: [String: String] = [:]
    for row in answer.items { told[row.text("account") ?? "", default: ""] += row.text("amount") ?? "" }
    var found: [String: Int128] = [:]
    for posting in postings where posting.day <= day && posting.account.isIn(prefix) {
      found[posting.account.text, default: 0] += Int128(posting.amount)
    }
    return Set(told.keys).union(found.keys).sorted().map { name in
      RecomputedSum(name: name, told: told[name] ?? "0", found: "\(found[name] ?? 0)")
    }
  }
}

extension RecoveryCommand: Recomputable {
  func prefixes() throws -> [AccountPrefix?] {
    let books = [unit] + (pool.map { [$0] } ?? [])
    return try ["cost", "income"].map { family in
      try AccountPrefix(([family] + books.map(\.accountPart)).joined(separator: ":"))
    }
  }

  func sums(_ answer: AnswerValue, of postings: [RecordedPosting], through day: Day) throws -> [RecomputedSum]? {
    guard let from = days.from else { return nil }
    let last = min(days.through ?? day, day)
    var found: [String: [String: Int128]] = [:]
    for posting in postings where posting.day <= last {
      for (family, prefix) in zip(["cost", "income"], try prefixes()) where posting.account.isIn(prefix) {
        let component = posting.account.text.split(separator: ":").last.map(String.init) ?? ""
        let amount = family == "cost" ? Int128(posting.amount) : -Int128(posting.amount)
        let name = posting.day < from ? "carriedForward" : family
        for line in [component, "total"] {
          found[line, default: [:]][name, default: 0] += name == "carriedForward" && family == "cost" ? -amount : amount
        }
      }
    }
    return (answer["lines"]?.items ?? []).flatMap { row in
      let line = row.text("component") ?? ""
      return ["cost", "income", "carriedForward"].map { name in
        RecomputedSum(
          name: "\(line) \(name)", told: row.text(name) ?? "", found: "\(found[line]?[name] ?? 0)")
      }
    }
  }
}

extension Account {
  /// Whether the name begins with these whole parts.
  fileprivate func isIn(_ prefix: AccountPrefix?) -> Bool {
    prefix.map { text == $0.text || text.hasPrefix("\($0.text):") } ?? true
  }
}

extension Identifier {
  /// The id as a part of an account's name.
  fileprivate var accountPart: String { text.replacing("%", with: "%25").replacing(":", with: "%3A") }
}
