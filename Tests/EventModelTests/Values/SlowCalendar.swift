/// The calendar as a child would do it: day after day from 1 January 1900, with no arithmetic to get wrong.
struct SlowCalendar: Sequence, IteratorProtocol {
  struct Entry {
    let number: Int
    let year: Int
    let month: Int
    let day: Int

    var text: String {
      func padded(_ number: Int, _ count: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: count - digits.count) + digits
      }
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
  }

  private var number = -(365 * 70 + 17)  // 70 years with 17 leap days, 1904 to 1968, before 1970
  private var year = 1900
  private var month = 1
  private var day = 1

  mutating func next() -> Entry? {
    if year == 2200 { return nil }
    let entry = Entry(number: number, year: year, month: month, day: day)
    number += 1
    day += 1
    var lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) { lengths[1] = 29 }
    if day > lengths[month - 1] {
      day = 1
      month += 1
    }
    if month > 12 {
      month = 1
      year += 1
    }
    return entry
  }
}
