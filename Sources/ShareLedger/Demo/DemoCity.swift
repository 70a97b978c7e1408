internal import EventModel

/// The city while it lives: what there is, what is under way and what is planned.
///
/// Everything that happens is a task of the agenda. A task puts events into the outbox and plans what follows; the
/// model keeps as much of the ledger's state as it takes to do nothing the rules refuse.
struct DemoCity: Sendable {
  /// An event and when it is recorded, in microseconds.
  struct Entry: Sendable {
    let event: Event
    let recorded: Int64
  }

  let size: DemoSize
  let calendar: DemoCalendar
  let words: DemoWords
  let orders: DemoOversightWords
  let classes: [DemoClass]
  var random: DemoRandom
  var agenda = DemoAgenda()
  var outbox: [Entry] = []
  /// The time of the task under way.
  var now: Int64
  /// The recorded time of the last event.
  var recorded: Int64 = 0
  var eventNumber: Int32 = 0
  var lastNumbers = DemoNumbers()

  var units: [DemoUnit] = []
  var users: [DemoUser] = []
  var instruments: [DemoInstrument] = []
  /// The instruments that can be booked.
  var bookable: [Int32] = []
  var tariffs: [DemoTariff] = []
  /// The money postings of all books, by month, and the last day closed in all of them.
  var platformBooks: [DemoMonth]
  var platformClosedThrough: Int64 = 0
  var visits: [DemoVisit] = []
  var freeVisits: [Int32] = []
  var standstills: [Int32: DemoStandstill] = [:]
  var complaints: [Int32: DemoComplaint] = [:]
  var outcomes: [Int32: DemoOutcome] = [:]
  var programmes: [DemoProgramme] = []
  var vouchers: [DemoVoucher] = []
  var claims: [Int32: DemoClaim] = [:]
  var oversight = DemoOversight()

  init(_ demo: Demo) throws(ValueError) {
    size = DemoSize(eventCount: demo.eventCount)
    calendar = try DemoCalendar(firstYear: demo.firstYear, yearCount: demo.yearCount)
    words = try DemoWords()
    orders = try DemoOversightWords()
    classes = try DemoClass.all()
    random = DemoRandom(seed: demo.seed)
    platformBooks = Array(repeating: DemoMonth(), count: calendar.monthCount)
    now = DemoCalendar.start(of: calendar.firstDay) + 8 * DemoCalendar.hour
    try found()
    agenda.add(.planDay, Int(calendar.firstDay), at: now)
  }

  /// Does what comes next.
  mutating func proceed() throws(ValueError) {
    guard let task = agenda.next() else { return }
    now = max(now, task.time)
    try perform(task.kind, Int(task.subject))
  }

  /// Today, in days since 1970.
  var today: Int64 { DemoCalendar.day(of: now) }

  /// Puts an event into the outbox, recorded now or right after the one before.
  ///
  /// - Parameters:
  ///   - payload: what happened.
  ///   - valid: when, in microseconds.
  ///   - actor: the party that answers for it.
  ///   - source: the system that states it.
  ///   - correlation: the case it belongs to.
  ///   - cause: the number of the event it follows from; 0 for none.
  mutating func tell(
    _ payload: EventPayload, at valid: Int64, by actor: Identifier, from source: EventSource,
    about correlation: Identifier? = nil, because cause: Int32 = 0
  ) throws(ValueError) {
    eventNumber += 1
    recorded = max(now, recorded + 1)
    let event = Event(
      id: try DemoID.make("e", eventNumber), source: source, validTime: try Instant(microseconds: valid), actor: actor,
      correlation: correlation, causation: cause == 0 ? nil : try DemoID.make("e", cause), payload: payload)
    outbox.append(Entry(event: event, recorded: recorded))
  }

  /// Now in whole seconds, as people and systems write it.
  var thisSecond: Int64 { now - now % DemoCalendar.second }
}

/// The last number given to each kind of thing.
struct DemoNumbers: Sendable {
  var visit: Int32 = 0
  var payment: Int32 = 0
  var refund: Int32 = 0
  var invoice: Int32 = 0
  var dispute: Int32 = 0
  var cost: Int32 = 0
  var deduction: Int32 = 0
  var claim: Int32 = 0
  var standard: Int32 = 0
  var standstill: Int32 = 0
  var complaint: Int32 = 0
  var outcome: Int32 = 0
}

/// Ids of a letter and a number.
enum DemoID {
  /// Such as `B17`.
  static func make(_ letters: String, _ number: Int32) throws(ValueError) -> Identifier {
    try Identifier(letters + String(number))
  }
}
