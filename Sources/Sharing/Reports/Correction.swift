package import EventLog
public import EventModel

/// Charges changed after they were assessed, for one reason and with one approval.
public struct Correction: Sendable, Hashable {
  /// How they were changed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Lines were put right.
    case adjustment
    /// Users were let off.
    case waiver
    /// The charge was taken back.
    case reversal
  }

  /// The unit in whose books.
  public let unit: Identifier
  /// How.
  public let kind: Kind
  /// Why, in the words given.
  public let reason: Text
  /// Who approved it.
  public let approver: Identifier
  /// By how much what users owe has changed, in fen.
  public let amount: Int128
  /// The events, in rising order.
  public let positions: [Position]

  /// All corrections that count in the scope, by unit, kind, reason and approver, in that order.
  ///
  /// - Complexity: O(corrections of the unit), or without a unit one pass over the log.
  package static func all(_ log: LogReader, _ scope: ReportScope) throws -> [Correction] {
    var groups: [Group: (amount: Int128, positions: [Position])] = [:]
    try scope.forEachEvent([.chargeAdjusted, .chargeWaived, .chargeReversed], log) { event, _ in
      guard let (group, amount) = Group.of(event.event.payload) else { return }
      groups[group, default: (0, [])].amount += Int128(amount)
      groups[group]?.positions.append(event.position)
    }
    return groups.sorted { $0.key < $1.key }.map { group, sum in
      Correction(
        unit: group.unit, kind: group.kind, reason: group.reason, approver: group.approver, amount: sum.amount,
        positions: sum.positions)
    }
  }

  private struct Group: Hashable, Comparable {
    let unit: Identifier
    let kind: Kind
    let reason: Text
    let approver: Identifier

    static func of(_ payload: EventPayload) -> (Group, Int64)? {
      switch payload {
      case .chargeAdjusted(let data):
        (Group(unit: data.unit, kind: .adjustment, reason: data.reason, approver: data.approver), data.total.amount)
      case .chargeWaived(let data):
        (Group(unit: data.unit, kind: .waiver, reason: data.reason, approver: data.approver), -data.amount.amount)
      case .chargeReversed(let data):
        (Group(unit: data.unit, kind: .reversal, reason: data.reason, approver: data.approver), data.total.amount)
      default: nil
      }
    }

    static func < (left: Group, right: Group) -> Bool {
      (left.unit, left.kind.rawValue, left.reason, left.approver)
        < (right.unit, right.kind.rawValue, right.reason, right.approver)
    }
  }
}
