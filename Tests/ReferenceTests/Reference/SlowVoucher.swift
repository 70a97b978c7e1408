import EventModel

/// A voucher after all that happened to it: where its face went.
struct SlowVoucher {
  let issued: VoucherIssued
  let validTime: Instant
  /// Holds by booking.
  var holds: [String: Int] = [:]
  var deducted = 0
  /// Expired, with what was taken back of a deduction when the voucher was over and went straight to the programme.
  var expired = 0
  var returned = 0
  var revoked = 0

  var id: String { issued.voucher.text }
  var face: Int { Int(issued.face.amount) }
  var held: Int { holds.values.reduce(0, +) }
  var hasEnded = false
  /// What is left: the face without everything that went elsewhere.
  var open: Int { face - held - deducted - expired - returned - revoked }
}

/// A deduction, and what was taken back of it.
struct SlowDeduction {
  let data: VoucherDeducted
  let validTime: Instant
  var reversed = 0
  var left: Int { Int(data.amount.amount) - reversed }
}

/// A claim and what became of it.
struct SlowClaim {
  enum Stage: String { case queued, rejected, paid }
  let data: RedemptionClaimed
  let validTime: Instant
  var stage = Stage.queued
}

/// Everything about vouchers after a list of events.
struct SlowVouchers {
  var programmes: [(data: ProgrammeOpened, isClosed: Bool)] = []
  var vouchers: [SlowVoucher] = []
  var deductions: [SlowDeduction] = []
  var claims: [SlowClaim] = []

  init(_ events: [RecordedEvent]) {
    for event in events { take(event.event) }
  }

  mutating func take(_ event: Event) {
    switch event.payload {
    case .programmeOpened(let data): programmes.append((data, false))
    case .programmeClosed(let data):
      for index in programmes.indices where programmes[index].data.programme == data.programme {
        programmes[index].isClosed = true
      }
    case .voucherIssued(let data): vouchers.append(SlowVoucher(issued: data, validTime: event.validTime))
    case .voucherHeld(let data):
      change(data.voucher) { $0.holds[data.booking.text, default: 0] += Int(data.amount.amount) }
    case .voucherHoldReleased(let data):
      change(data.voucher) { $0.holds[data.booking.text, default: 0] -= Int(data.amount.amount) }
    case .voucherDeducted(let data):
      deductions.append(SlowDeduction(data: data, validTime: event.validTime))
      change(data.voucher) { $0.deducted += Int(data.amount.amount) }
    case .voucherDeductionReversed(let data):
      for index in deductions.indices where deductions[index].data.deduction == data.deduction {
        deductions[index].reversed += Int(data.amount.amount)
      }
      let day = data.postedOn.map(SlowTime.day) ?? SlowTime.day(event.validTime)
      change(data.voucher) {
        $0.deducted -= Int(data.amount.amount)
        if day > SlowTime.day(data.useBy) { $0.expired += Int(data.amount.amount) }
      }
    case .voucherReturned(let data): end(data.voucher) { $0.returned += Int(data.amount.amount) }
    case .voucherExpired(let data): end(data.voucher) { $0.expired += Int(data.amount.amount) }
    case .voucherRevoked(let data): end(data.voucher) { $0.revoked += Int(data.amount.amount) }
    case .redemptionClaimed(let data): claims.append(SlowClaim(data: data, validTime: event.validTime))
    case .redemptionRejected(let data): stage(data.claim, .rejected)
    case .redemptionPaid(let data): stage(data.claim, .paid)
    default: break
    }
  }

  private mutating func change(_ id: Identifier, _ body: (inout SlowVoucher) -> Void) {
    for index in vouchers.indices where vouchers[index].issued.voucher == id { body(&vouchers[index]) }
  }

  private mutating func end(_ id: Identifier, _ body: (inout SlowVoucher) -> Void) {
    change(id) {
      body(&$0)
      $0.hasEnded = true
    }
  }

  private mutating func stage(_ id: Identifier, _ stage: SlowClaim.Stage) {
    for index in claims.indices where claims[index].data.claim == id { claims[index].stage = stage }
  }

  /// What the platform still has to pay for a programme: given out, neither ended nor paid.
  func liability(of programme: String) -> Int {
    let own = vouchers.filter { $0.issued.programme.text == programme }
    let issued = own.map(\.face).reduce(0, +)
    let ended = own.map { $0.expired + $0.returned + $0.revoked }.reduce(0, +)
    return issued - ended - paid(of: programme)
  }

  func paid(of programme: String) -> Int {
    claims.filter { $0.stage == .paid && $0.data.programme.text == programme }.map { Int($0.data.amount.amount) }
      .reduce(0, +)
  }

  /// The claims that cover a deduction, rejected ones left out.
  func liveClaims(of deduction: String) -> [SlowClaim] {
    claims.filter { $0.stage != .rejected && $0.data.deductions.contains { $0.text == deduction } }
  }
}

extension SlowLedger {
  func vouchers(by valid: Instant = .last) -> SlowVouchers { SlowVouchers(facts(by: valid)) }

  /// The same of the events posted by a day; events that post nothing count on their civil day.
  func vouchers(postedThrough day: Int) -> SlowVouchers {
    SlowVouchers(facts().filter { SlowLedger.postingDay($0.event) <= day })
  }

  static func postingDay(_ event: Event) -> Int {
    let table = SlowPosting.all(
      of: RecordedEvent(position: Position(1), recordedTime: event.validTime, batch: .single, event: event))
    return table.first?.day ?? SlowTime.day(event.validTime)
  }
}
