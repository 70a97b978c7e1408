import EventLog
import EventModel
import Sharing
import Testing

extension TestLedger {
  func asOf(_ valid: String, known: Position? = nil) throws -> AsOf {
    let valid = valid.contains("T") ? try Instant(rfc3339: valid) : try Day(iso: valid).end
    return AsOf(valid: valid, known: try known ?? log.head())
  }

  /// The catalogue at the end of a day.
  func catalogue(_ valid: String, known: Position? = nil) throws -> Catalogue {
    let asOf = try asOf(valid, known: known)
    return try log.read { try Catalogue($0, asOf: asOf) }
  }

  /// One row of it, which is the same when asked for alone.
  func entry(_ resource: String = "R1", _ valid: String, known: Position? = nil) throws -> CatalogueEntry {
    let (id, asOf) = (try Identifier(resource), try asOf(valid, known: known))
    let entry = try #require(try catalogue(valid, known: known)[id])
    let alone = try log.read { try Catalogue.entry(of: id, $0, asOf: asOf) }
    #expect(alone == entry)
    return entry
  }

  func difference(_ valid: String, from earlier: Position, to later: Position? = nil) throws -> CatalogueDifference {
    let (valid, later) = (try asOf(valid).valid, try later ?? log.head())
    return try log.read { try CatalogueDifference($0, valid: valid, from: earlier, to: later) }
  }
}
