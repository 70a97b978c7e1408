import EventModel
import TestSupport

/// Proposes a random history of few things, so that its facts meet: late ones, corrections, voids, reversals, retries,
/// closes, expiries, holds and claims; some of it cannot be and is refused.
struct HistoryMaker {
  static let units = ["x-uni", "x-a:b%c"]
  static let users = ["u1", "u2", "u:3"]
  static let pools = ["p1", "p:2"]
  static let resources: [(id: String, unit: String)] = [("R1", "x-uni"), ("R2", "x-uni"), ("R:3", "x-a:b%c")]
  static let components: [CostComponent] = [.material, .water, .labour]
  static let firstDay = 19_997  // 2024-10-01, so that a history runs over a new year
  static let spanDays = 150

  var random: SeededRandom
  var scene = Scene([])
  /// How far the history has come; the recorder's clock.
  private(set) var now = Instant.first
  private var serials: [String: Int] = [:]
  private var recent: [Event] = []
  let hasRoles: Bool
  private let makers: [Maker]

  init(random: SeededRandom) {
    var random = random
    hasRoles = random.next() % 3 == 0
    // Histories of everything, and some of mostly money or vouchers, so that these meet more often.
    let focus = random.next() % 5
    func times(_ factor: Int, _ makers: [Maker]) -> [Maker] { makers.map { ($0.weight * factor, $0.make) } }
    makers =
      HistoryMaker.useMakers + times(focus == 1 ? 3 : 1, HistoryMaker.moneyMakers)
      + times(focus == 2 || focus == 3 ? 3 : 1, HistoryMaker.voucherMakers) + HistoryMaker.dueMakers
      + HistoryMaker.otherMakers
    self.random = random
  }

  /// Lets a history happen to a ledger, and returns all that was proposed.
  mutating func run(_ ledger: HistoryLedger) throws -> History {
    let target = int(50...400)
    var history = History()
    now = try HistoryMaker.start(of: HistoryMaker.firstDay - 10)
    var batch = try world() + programme()
    var made = 0
    while true {
      let steps = batch.map { History.Step(now: now, proposal: $0) }
      try ledger.propose(steps)
      history.steps += steps
      if made >= target { return history }
      scene = Scene(ledger.admitted)
      let size = int(4...24)
      made += size
      let day = HistoryMaker.firstDay + HistoryMaker.spanDays * min(made, target) / target
      now = max(
        now, try Instant(microseconds: HistoryMaker.start(of: day).microseconds + Int64(int(0...80_000_000_000))))
      batch = []
      while batch.count < size { batch += try some() }
    }
  }

  /// Proposals of a random kind that is possible as things are.
  private mutating func some() throws -> [Proposal] {
    let sum = makers.map(\.weight).reduce(0, +)
    var place = int(0...sum - 1)
    for maker in makers {
      place -= maker.weight
      if place < 0 { return try maker.make(&self) }
    }
    return []
  }

  typealias Maker = (weight: Int, make: @Sendable (inout HistoryMaker) throws -> [Proposal])

  static let otherMakers: [Maker] = [
    (2, { $0.retry() }), (1, { try $0.reuse() }), (1, { try $0.retraction() }), (2, { try $0.close() }),
    (1, { try $0.reopening() }), (1, { try $0.transfer() }),
  ]

  // MARK: Making facts

  mutating func fact(_ data: any EventData, at time: Instant, actor: String = "x-dep") throws -> Proposal {
    let event = Event(
      id: try Identifier(serial("e")), source: try EventSource("urn:history"), validTime: time,
      actor: try Identifier(chance(2) ? "u1" : actor), payload: data.payload)
    recent.append(event)
    return .fact(event)
  }

  /// A new id that starts with some letters; now and then one that was used.
  mutating func serial(_ prefix: String) -> String {
    let last = serials[prefix] ?? 0
    if prefix != "e", last > 0, chance(3) { return prefix + String(int(1...last)) }
    serials[prefix] = last + 1
    return prefix + String(last + 1)
  }

  mutating func new(_ prefix: String) throws -> Identifier { try Identifier(serial(prefix)) }

  // MARK: Chance

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &random) }

  mutating func one<Element>(_ list: [Element]) -> Element { list[int(0...list.count - 1)] }

  mutating func id(_ list: [String]) throws -> Identifier { try Identifier(one(list)) }

  /// A part of an amount: often all of it, sometimes a bit too much.
  mutating func part(_ amount: Int) -> Int {
    switch int(0...19) {
    case 0...7: amount
    case 8...11: amount / 2
    case 12: 1
    case 13: amount + 1
    case 14: 0
    default: amount > 1 ? int(1...amount) : amount
    }
  }

  // MARK: Time

  static func start(of day: Int) throws -> Instant { try Day(number: Int64(day)).start }

  /// A moment before now, often shortly, sometimes long ago, rarely ahead; mostly not before `earliest`.
  mutating func moment(_ earliest: Instant? = nil) throws -> Instant {
    if chance(2) { return try Instant(microseconds: now.microseconds + Int64(int(0...90_000_000_000))) }
    let lag = chance(50) ? int(0...3) : chance(60) ? int(0...30) : int(0...120)
    var time = now.microseconds - Int64(lag) * 86_400_000_000 - Int64(int(0...40_000_000_000))
    if let earliest, time < earliest.microseconds, !chance(4) {
      let room = max(now.microseconds - earliest.microseconds, 0)
      time = earliest.microseconds + (chance(20) || room == 0 ? 0 : Int64.random(in: 0...room, using: &random))
    }
    let moment = try Instant(microseconds: time)
    switch int(0...19) {
    case 0, 1: return moment.day.start
    case 2: return moment.day.end
    default: return moment
    }
  }

  /// The posting day a careful recorder gives: none while the day is open, else the first open one; sometimes any.
  mutating func posting(_ unit: String?, _ day: Int, also other: String? = nil) throws -> Day? {
    let closed = [unit, other].compactMap { unit in
      scene.periods.closedThrough(unit: unit, commodity: "CNY")
    }
    let platform = scene.periods.closedThrough(unit: nil, commodity: "CNY")
    let last = (closed + [platform].compactMap { $0 }).max()
    if let last, day <= last { return chance(85) ? try Day(number: Int64(last + int(1...4))) : nil }
    if chance(8) { return try Day(number: Int64(day + int(0...40))) }
    return chance(1) ? try Day(number: Int64(day - int(1...5))) : nil
  }

  // MARK: Repetitions

  private mutating func retry() -> [Proposal] { pick(recent).map { [.fact($0)] } ?? [] }

  private mutating func reuse() throws -> [Proposal] {
    guard var event = pick(recent) else { return [] }
    event.validTime = try moment()
    return [.fact(event)]
  }
}
