/// An event's place among the events accepted together, all or none.
public struct Batch: Sendable, Hashable {
  /// A batch of one event.
  public static let single = Batch(index: 0, length: 1)

  /// The event's place, counted from 0.
  public let index: UInt32
  /// How many events were accepted together, at least 1.
  public let length: UInt32

  /// Names a place; an index that is not below the length is a mistake of the caller.
  public init(index: UInt32, length: UInt32) {
    precondition(index < length, "batch index \(index) is not below batch length \(length)")
    self.index = index
    self.length = length
  }
}
