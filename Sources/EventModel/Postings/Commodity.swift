/// What an account counts.
public enum Commodity: UInt8, Sendable, Hashable, CaseIterable {
  case cny = 1
  case sec = 2
  case num = 3
}
extension Commodity {
  /// The name.
  public var wireName: String { ["", "CNY", "SEC", "NUM"][Int(rawValue)] }
}
