import EventLog
import EventModel

/// The accounts met while rows are added up, numbered as they come.
///
/// Rows of one account come together within a run of storage and again in the next, so a row costs a comparison with the
/// account before it, a change of account a look into a table of hashes, and only a new account allocates.
struct AccountIndex {
  /// The accounts by number.
  private(set) var accounts: [Account] = []
  private var names: [[UInt8]] = []
  /// Numbers of accounts in a power of two of places, at most half of them taken; -1 where there is none.
  private var places = [Int32](repeating: -1, count: 64)
  private var last = -1

  /// The number of the account a row counts on.
  mutating func number(of row: PostingRow) throws(LogDamage) -> Int {
    if last >= 0, isName(row.account, of: last) { return last }
    if let known = find(row.account) { last = known } else { last = try add(row) }
    return last
  }

  /// The numbers in the order of the accounts' names.
  var sorted: [Int] { accounts.indices.sorted { accounts[$0] < accounts[$1] } }

  private func find(_ name: RawSpan) -> Int? {
    var place = place(of: name)
    while places[place] >= 0 {
      let number = Int(places[place])
      if isName(name, of: number) { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private mutating func add(_ row: PostingRow) throws(LogDamage) -> Int {
    guard let account = Account(stored: row.account) else {
      throw LogDamage(position: row.position, reason: .derivedRow(table: "postings"))
    }
    accounts.append(account)
    names.append(Array(account.text.utf8))
    if 2 * names.count > places.count {
      places = [Int32](repeating: -1, count: 2 * places.count)
      for number in 0..<names.count - 1 { put(number) }
    }
    put(names.count - 1)
    return names.count - 1
  }

  private mutating func put(_ number: Int) {
    let name = names[number]
    var place = place(of: name.span.bytes)
    while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
    places[place] = Int32(number)
  }

  /// Where to look first; seeded, so that nobody can choose names that meet there.
  private func place(of name: RawSpan) -> Int {
    var hasher = Hasher()
    var offset = 0
    while offset + 8 <= name.byteCount {
      hasher.combine(name.u64(at: offset))
      offset += 8
    }
    while offset < name.byteCount {
      hasher.combine(name.u8(at: offset))
      offset += 1
    }
    return hasher.finalize() & (places.count - 1)
  }

  private func isName(_ left: RawSpan, of number: Int) -> Bool {
    let name = names[number]
    let right = name.span.bytes
    guard left.byteCount == right.byteCount else { return false }
    var offset = 0
    while offset + 8 <= left.byteCount {
      if left.u64(at: offset) != right.u64(at: offset) { return false }
      offset += 8
    }
    while offset < left.byteCount {
      if left.u8(at: offset) != right.u8(at: offset) { return false }
      offset += 1
    }
    return true
  }
}
