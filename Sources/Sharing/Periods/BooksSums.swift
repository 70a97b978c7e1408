import EventModel

/// What was posted in every unit's books, by day and commodity, added up while records are read.
struct BooksSums: Sendable {
  private struct Slot: Sendable, Hashable {
    let day: Int32
    let commodity: Commodity
  }

  /// The first two parts of accounts, such as `cash:x-A`, and whose books and what commodity they are.
  private var prefixes = Interner()
  private var places: [(unit: UInt32, commodity: Commodity)] = []
  /// Units as accounts write them; number 0 are accounts of no unit.
  private var units = Interner()
  /// By the number of the unit.
  private var sums: [[Slot: ControlTotals.Sums]] = [[:]]

  init() { _ = units.intern([UInt8]().span.bytes) }

  /// Adds a posting.
  mutating func add(account: RawSpan, day: Int32, amount: Int64) {
    let number = Int(prefixes.intern(account.extracting(0..<BooksSums.prefixCount(account))))
    if number == places.count { places.append(place(account)) }
    let place = places[number]
    sums[Int(place.unit)][Slot(day: day, commodity: place.commodity), default: ControlTotals.Sums()].add(amount)
  }

  /// Adds all postings of another part of the log.
  mutating func add(_ other: BooksSums) {
    let numbers = units.merge(other.units)
    makeRoom()
    for (number, slots) in zip(numbers, other.sums) {
      for (slot, sum) in slots { sums[Int(number)][slot, default: ControlTotals.Sums()].add(sum) }
    }
  }

  /// Adds what is in books on the days after one up to another.
  ///
  /// - Complexity: O(days with postings in the books).
  func add(books: Identifier, after: Day?, through: Day, to totals: inout ControlTotals) {
    var chosen = sums[...]
    if books != .platformBooks {
      guard let number = units.number(of: BooksSums.written(books).span.bytes) else { return }
      chosen = sums[Int(number)...Int(number)]
    }
    let first = after.map { $0.number + 1 } ?? Int32.min
    for slots in chosen {
      for (slot, sum) in slots where first <= slot.day && slot.day <= through.number {
        totals.add(sum, of: slot.commodity)
      }
    }
  }

  /// A unit as accounts write it.
  private static func written(_ unit: Identifier) -> [UInt8] {
    Array(AccountPrefix(.cash, unit).text.utf8.dropFirst(AccountFamily.cash.rawValue.utf8.count + 1))
  }

  private mutating func makeRoom() {
    while sums.count < units.count { sums.append([:]) }
  }

  /// Where the second part of an account's name ends.
  private static func prefixCount(_ account: RawSpan) -> Int {
    var colonCount = 0
    for offset in 0..<account.byteCount where account.u8(at: offset) == UInt8(ascii: ":") {
      colonCount += 1
      if colonCount == 2 { return offset }
    }
    return account.byteCount
  }

  private mutating func place(_ account: RawSpan) -> (unit: UInt32, commodity: Commodity) {
    let text = String(decoding: [UInt8](account), as: UTF8.self)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let family = AccountFamily(rawValue: String(parts[0])) ?? .world
    let unit = family.isOfUnit && parts.count > 1 ? units.intern(Array(parts[1].utf8).span.bytes) : 0
    makeRoom()
    return (unit, family.commodity ?? (parts.last == "SEC" ? .sec : .num))
  }
}
