extension EventType {
  private static let byWireName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.wireName, $0) })

  /// Finds a type by its name on the wire, byte by byte; `nil` for any other name.
  public init?(wireName: String) {
    // Unicode calls the Kelvin sign and K equal; but what equals an ASCII name and is not it has more bytes.
    guard let type = Self.byWireName[wireName], type.wireName.utf8.count == wireName.utf8.count else { return nil }
    self = type
  }
}
