import EventLog
import EventModel

/// Which components of which pools deductions and waivers belong to: an amount is divided like the lines of the charge as
/// it was assessed, by largest remainder.
struct SettledShares: ~Escapable {
  /// The part of an amount that falls on one component of one pool.
  struct Share {
    let key: RecoveryBook.Key
    let amount: Int64
    let positions: [Position]
  }

  private struct Parts {
    let keys: [RecoveryBook.Key]
    let weights: [Int64]
  }

  private let log: LogReader
  private let known: Position
  private var charges: [Identifier: Parts] = [:]

  @_lifetime(copy log)
  init(_ log: LogReader, _ known: Position) {
    self.log = log
    self.known = known
  }

  /// Divides the net amount of each charge, so that what was taken back leaves nothing behind.
  mutating func shares(of rows: [(position: Position, amount: Int64)]) throws -> [Share] {
    var net: [Identifier: (amount: Int64, positions: [Position])] = [:]
    var order: [Identifier] = []
    for row in rows {
      guard let charge = SettledShares.charge(of: try log.event(at: row.position)) else { continue }
      if net[charge] == nil { order.append(charge) }
      net[charge, default: (0, [])].amount += row.amount
      net[charge]?.positions.append(row.position)
    }
    var shares: [Share] = []
    for charge in order {
      guard let (amount, positions) = net[charge], let parts = try parts(of: charge) else { continue }
      let amounts = Split.byLargestRemainder(amount, weights: parts.weights) ?? [amount]
      for (key, amount) in zip(parts.keys, amounts) {
        shares.append(Share(key: key, amount: amount, positions: positions))
      }
    }
    return shares
  }

  /// The charge an event settles a part of; a redemption settles none.
  private static func charge(of event: RecordedEvent) -> Identifier? {
    switch event.event.payload {
    case .voucherDeducted(let data): data.charge
    case .voucherDeductionReversed(let data): data.charge
    case .chargeWaived(let data): data.charge
    default: nil
    }
  }

  private mutating func parts(of charge: Identifier) throws -> Parts? {
    if let known = charges[charge] { return known }
    guard let position = try log.firstPosition(of: .chargeAssessed, concerning: Tag(.charge, charge)),
      case .chargeAssessed(let data) = try log.event(at: position).event.payload
    else { return nil }
    var weights: [CostComponent: Int64] = [:]
    for line in data.lines { weights[line.component, default: 0] += line.amount.amount }
    let components = weights.keys.sorted { $0.rawValue < $1.rawValue }
    let parts = Parts(
      keys: (components.isEmpty ? [.other] : components).map {
        RecoveryBook.Key(unit: data.unit, pool: data.pool, component: $0)
      }, weights: components.map { max(0, weights[$0, default: 0]) })
    charges[charge] = parts
    return parts
  }
}
