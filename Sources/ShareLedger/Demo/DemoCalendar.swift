internal import EventModel

/// The civil days and months a demonstration lies in, in Beijing time; months are counted from its first January.
struct DemoCalendar: Sendable {
  static let second: Int64 = 1_000_000
  static let minute = 60 * second
  static let hour = 60 * minute
  static let day = 24 * hour
  private static let offset = 8 * hour

  let firstYear: Int
  /// The first day of the first year, in days since 1970.
  let firstDay: Int64
  /// The first day after the last year.
  let endDay: Int64
  /// The first day of each month, those of three more years included.
  private let monthStarts: [Int64]
  /// The month of each day.
  private let months: [UInt16]

  init(firstYear: Int, yearCount: Int) throws(ValueError) {
    self.firstYear = firstYear
    var starts: [Int64] = []
    for month in 0...(yearCount + 3) * 12 {
      starts.append(Int64(try Day(year: firstYear + month / 12, month: month % 12 + 1, day: 1).number))
    }
    monthStarts = starts
    firstDay = starts[0]
    endDay = starts[yearCount * 12]
    var months: [UInt16] = []
    for month in 0..<starts.count - 1 {
      months += Array(repeating: UInt16(month), count: Int(starts[month + 1] - starts[month]))
    }
    self.months = months
  }

  /// The civil day of an instant, in days since 1970.
  static func day(of time: Int64) -> Int64 { (time + offset) / day }

  /// Midnight at the beginning of a day.
  static func start(of day: Int64) -> Int64 { day * DemoCalendar.day - offset }

  /// The hour of the day.
  static func hour(of time: Int64) -> Int64 { (time + offset) % day / hour }

  /// The month of a day; the first or last one there is for days beyond.
  func month(of day: Int64) -> Int { Int(months[min(max(Int(day - firstDay), 0), months.count - 1)]) }

  func firstDay(ofMonth month: Int) -> Int64 { monthStarts[min(month, monthStarts.count - 1)] }

  func lastDay(ofMonth month: Int) -> Int64 { firstDay(ofMonth: month + 1) - 1 }

  /// The day of the month, counted from 1.
  func dayOfMonth(_ day: Int64) -> Int64 { day - firstDay(ofMonth: month(of: day)) + 1 }

  /// How much of an ordinary day's work is done: little at week ends and around the spring festival.
  func busyness(_ day: Int64) -> Int {
    // 1970-01-01 was a Thursday.
    let weekday = (day + 3) % 7
    let ofYear = day - firstDay(ofMonth: month(of: day) / 12 * 12)
    if ofYear >= 36, ofYear < 46 { return 20 }
    return weekday < 5 ? 100 : 35
  }

  var monthCount: Int { monthStarts.count }
}
