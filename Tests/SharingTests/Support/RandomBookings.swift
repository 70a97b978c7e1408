import EventLog
import EventModel
import TestSupport
import Testing

/// Random bookings of one resource on one day, and what is held afterwards, told without the rules.
enum RandomBookings {
  static func run(_ ledger: TestLedger, stepCount: Int, using random: inout SeededRandom) throws {
    var spans: [String: (Int, Int)] = [:]
    var recorded: [String] = []
    for step in 0..<stepCount {
      let booking = "B\(Int.random(in: 0..<25, using: &random))"
      let at = "2024-05-0\(Int.random(in: 1...5, using: &random))"
      let from = Int.random(in: 0..<20, using: &random)
      let to = from + Int.random(in: 1...3, using: &random)
      var (type, data) = ("booking.requested", TestLedger.booking(booking, TestLedger.span(from, to)))
      if let (start, end) = spans[booking] {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1, 2: (type, data) = ("booking.approved", TestLedger.booking(booking, TestLedger.span(start, end)))
        case 3:
          let was = #","was":{"start":"\#(TestLedger.time(start))","end":"\#(TestLedger.time(end))"}"#
          (type, data) = ("booking.rescheduled", TestLedger.booking(booking, TestLedger.span(from, to) + was))
        case 4: (type, data) = ("booking.cancelled", TestLedger.booking(booking, #""reason":"r""#))
        default:
          guard let target = recorded.randomElement(using: &random) else { continue }
          (type, data) = ("event.retracted", try ledger.retraction(target))
        }
      }
      let event = try ledger.event(type, data, at: at, id: "s\(step)")
      guard case .success? = try ledger.log.appendEach([event]).first else { continue }
      recorded.append("s\(step)")
      if type == "booking.requested" || type == "booking.rescheduled" { spans[booking] = (from, to) }
    }
  }

  /// The spans of bookings whose last live event, by valid time and position, approves or moves an approved one.
  static func held(_ ledger: TestLedger) throws -> [(start: Instant, end: Instant)] {
    try ledger.log.read { log in
      var held: [(start: Instant, end: Instant)] = []
      for number in 0..<25 {
        let tag = Tag(.booking, try Identifier("B\(number)"))
        let items = try log.history(of: tag, asOf: AsOf(valid: .last, known: log.head))
        var (span, isApproved): ((start: Instant, end: Instant)?, Bool) = (nil, false)
        for item in items where item.retractedBy == nil {
          switch item.event.event.payload {
          case .bookingRequested(let data): span = (data.start, data.end)
          case .bookingApproved: isApproved = true
          case .bookingRescheduled(let data): span = (data.start, data.end)
          case .bookingCancelled: isApproved = false
          default: break
          }
        }
        if isApproved, let span { held.append(span) }
      }
      return held
    }
  }
}
