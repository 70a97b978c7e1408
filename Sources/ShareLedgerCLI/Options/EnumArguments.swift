import ArgumentParser
import EventModel
import Sharing

// The wire names of the schemas are the values of options.

extension ResourceKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(wireName: argument) }
  public static var allValueStrings: [String] { allCases.map(\.wireName) }
}

extension ResourceStatus: ExpressibleByArgument {
  public init?(argument: String) { self.init(wireName: argument) }
  public static var allValueStrings: [String] { allCases.map(\.wireName) }
}

extension OpenMode: ExpressibleByArgument {
  public init?(argument: String) { self.init(wireName: argument) }
  public static var allValueStrings: [String] { allCases.map(\.wireName) }
}

extension CatalogueSort: ExpressibleByArgument {}
