public import ArgumentParser
public import EventModel
public import ShareLedger

// The wire names of the schemas are the values of options.

extension ResourceKind: ExpressibleByArgument {
  /// Takes the wire name.
  public init?(argument: String) { self.init(wireName: argument) }
  /// Every wire name, for help and completion.
  public static var allValueStrings: [String] { allCases.map(\.wireName) }
}

extension ResourceStatus: ExpressibleByArgument {
  /// Takes the wire name.
  public init?(argument: String) { self.init(wireName: argument) }
  /// Every wire name, for help and completion.
  public static var allValueStrings: [String] { allCases.map(\.wireName) }
}

extension SharingMode: ExpressibleByArgument {
  /// Takes the wire name.
  public init?(argument: String) { self.init(wireName: argument) }
  /// Every wire name, for help and completion.
  public static var allValueStrings: [String] { allCases.map(\.wireName) }
}

extension Commodity: ExpressibleByArgument {
  /// Takes the wire name.
  public init?(argument: String) { self.init(wireName: argument) }
  /// Every wire name, for help and completion.
  public static var allValueStrings: [String] { allCases.map(\.wireName) }
}

extension CatalogueSort: ExpressibleByArgument {}
extension PeriodStep: ExpressibleByArgument {}
