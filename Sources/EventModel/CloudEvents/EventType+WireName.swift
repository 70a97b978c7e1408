extension EventType {
  private static let byWireName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.wireName, $0) })

  /// Finds a type by its name on the wire, byte by byte; `nil` for any other name.
  public init?(wireName: String) {
    // Unicode calls some other texts equal, such as the Kelvin sign and K.
    guard let type = Self.byWireName[wireName], type.wireName.utf8.elementsEqual(wireName.utf8) else { return nil }
    self = type
  }
}
