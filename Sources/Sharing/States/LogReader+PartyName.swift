package import EventLog
package import EventModel

extension LogReader {
  /// What a party is called, as of two times; `nil` when it has no name.
  package func name(of party: Identifier, asOf: AsOf) throws -> Text? {
    PartyState(folding: try timeline(of: Tag(.party, party), .parties, asOf: asOf)).name
  }
}
