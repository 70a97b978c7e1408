/// Something the ledger answers otherwise than the reference, or a law that does not hold.
struct Difference: CustomStringConvertible {
  /// What was asked: `balance`, `law: voucher`, …
  let view: String
  let detail: String

  init(_ view: String, _ detail: String) {
    self.view = view
    self.detail = detail
  }

  var description: String { "\(view): \(detail)" }
}

/// Collects differences, of each view not more than are worth reading.
struct Differences {
  private(set) var list: [Difference] = []

  mutating func add(_ view: String, _ detail: @autoclosure () -> String) {
    if list.count(where: { $0.view == view }) < 4 { list.append(Difference(view, detail())) }
  }

  /// Compares two answers of one question.
  mutating func compare<Answer: Equatable>(
    _ view: String, _ question: @autoclosure () -> String, _ found: Answer, _ expected: Answer
  ) {
    if found != expected { add(view, "\(question()): the ledger says \(found), the reference \(expected)") }
  }

  /// The same entry by entry, so that only what differs is told.
  mutating func compare<Key: Hashable & Comparable, Answer: Equatable>(
    _ view: String, _ question: @autoclosure () -> String, _ found: [Key: Answer], _ expected: [Key: Answer]
  ) {
    if found == expected { return }
    for key in Set(found.keys).union(expected.keys).sorted() where found[key] != expected[key] {
      let (left, right) = (found[key].map { "\($0)" } ?? "nothing", expected[key].map { "\($0)" } ?? "nothing")
      add(view, "\(question()), \(key): the ledger says \(left), the reference \(right)")
    }
  }
}
