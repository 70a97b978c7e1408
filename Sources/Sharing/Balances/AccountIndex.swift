import EventLog
import EventModel

/// The accounts met while rows are added up, numbered as they come.
///
/// Rows of one account come together, so that an account's name is looked up and made into text once for many rows.
struct AccountIndex {
  /// The accounts by number.
  private(set) var accounts: [Account] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var lastName: [UInt8] = []
  private var lastNumber = 0

  /// The number of the account a row counts on.
  mutating func number(of row: PostingRow) throws(LogDamage) -> Int {
    if AccountIndex.isSame(row.account, lastName.span.bytes) { return lastNumber }
    var name: [UInt8] = []
    name.reserveCapacity(row.account.byteCount)
    for offset in 0..<row.account.byteCount { name.append(row.account.u8(at: offset)) }
    if let number = numbers[name] { lastNumber = number } else { lastNumber = try add(name, row) }
    lastName = name
    return lastNumber
  }

  /// The numbers in the order of the accounts' names.
  var sorted: [Int] { accounts.indices.sorted { accounts[$0] < accounts[$1] } }

  private mutating func add(_ name: [UInt8], _ row: PostingRow) throws(LogDamage) -> Int {
    guard let account = Account(stored: row.account) else {
      throw LogDamage(position: row.position, reason: .derivedRow(table: "postings"))
    }
    numbers[name] = accounts.count
    accounts.append(account)
    return accounts.count - 1
  }

  private static func isSame(_ left: RawSpan, _ right: RawSpan) -> Bool {
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
