public import EventModel

/// A published fee standard: what an organisation charges for some resources, from which day on, and where that can be
/// read (art. 16).
public struct FeeStandard: Sendable, Hashable {
  /// The standard's id.
  public let standard: Identifier
  /// The party that charges by it.
  public let organisation: Identifier
  /// The resources it covers.
  public let resources: [Identifier]
  /// The first day it holds.
  public let effectiveFrom: Day
  /// The first day it no longer holds; absent while nobody withdrew it.
  public private(set) var withdrawnFrom: Day?
  /// Where it can be read.
  public let publishedAt: Text
  /// When it was published (valid time).
  public let publishedTime: Instant
  /// When the ledger recorded the publication.
  public let recordedTime: Instant
  /// What it charges for, and how much.
  public let lines: [FeeLine]
  /// The publication, then withdrawals, in valid order.
  public private(set) var positions: [Position]

  /// Whether it holds on a day, as far as no later standard takes its place.
  public func holds(on day: Day) -> Bool {
    effectiveFrom <= day && withdrawnFrom.map { day < $0 } ?? true
  }

  /// The standard after the events of its timeline, in valid order; `nil` when it was not published.
  init?(folding events: some Sequence<RecordedEvent>) {
    var standard: FeeStandard?
    for event in events {
      switch event.event.payload {
      case .feeStandardPublished(let data): standard = standard ?? FeeStandard(data, event)
      case .feeStandardWithdrawn(let data): standard?.withdraw(from: data.from, event.position)
      default: break
      }
    }
    guard let standard else { return nil }
    self = standard
  }

  private init(_ data: FeeStandardPublished, _ event: RecordedEvent) {
    standard = data.standard
    organisation = data.organisation
    resources = data.resources
    effectiveFrom = data.effectiveFrom
    publishedAt = data.publishedAt
    publishedTime = event.event.validTime
    recordedTime = event.recordedTime
    lines = data.lines
    positions = [event.position]
  }

  private mutating func withdraw(from day: Day, _ position: Position) {
    withdrawnFrom = min(day, withdrawnFrom ?? day)
    positions.append(position)
  }

  /// Whether it takes the other's place where both hold: the later first day, then the later publication.
  func replaces(_ other: FeeStandard) -> Bool {
    if effectiveFrom != other.effectiveFrom { return effectiveFrom > other.effectiveFrom }
    if publishedTime != other.publishedTime { return publishedTime > other.publishedTime }
    return (positions.first ?? .zero) > (other.positions.first ?? .zero)
  }
}
