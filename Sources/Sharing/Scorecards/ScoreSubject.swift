import EventLog
import EventModel

/// Something that counts by its state: a resource, or a party's duty to publish. Everything known of it, so that its
/// state at any moment follows without reading the log again.
struct ScoreSubject {
  /// For whom it counts, and to which measures: 1 to each.
  struct Count: Hashable {
    let party: Identifier
    var measures: [ScoreMeasure] = []
  }

  enum Kind {
    case resource
    case publication(of: Identifier)
  }

  let kind: Kind
  /// Its events, in order of valid time, then position.
  let items: [TimelineItem]

  /// A resource with its agencies, of which an organisation's cards take who serves it.
  init(resource: Identifier, _ role: ScoreRole, _ log: LogReader, known: Position) throws {
    kind = .resource
    let tag = Tag(.resource, resource)
    let own = try log.lifecycle(of: tag, .resources, known: known)
    if role == .organisation {
      let agencies = try log.lifecycle(of: tag, .parties, types: [.agencyAuthorised, .agencyEnded], known: known)
      items = agencies.isEmpty ? own : (own + agencies).sorted { $0.precedes($1) }
    } else {
      items = own
    }
  }

  /// What a party published about its resources (art. 14).
  init(publicationOf party: Identifier, _ log: LogReader, known: Position) throws {
    kind = .publication(of: party)
    items = try log.lifecycle(of: Tag(.party, party), .resources, types: [.disclosurePublished], known: known)
  }

  /// The events that count at a moment.
  func events(at moment: ScoreMoment) -> [RecordedEvent] { items.filter { moment.counts($0) }.map(\.event) }

  /// What it counts on a day after some of its events.
  func count(
    after events: [RecordedEvent], _ policies: PolicyBook, on day: Day, _ question: ScoreQuestion
  ) -> Count? {
    switch kind {
    case .resource: ScoredResource(events, policies, on: day, question)?.count
    case .publication(let party): ScoredPublication(events, policies, question.period).count(for: party, on: day)
    }
  }

  /// The next day on which it may count otherwise although nothing happens; `nil` when it never will.
  func nextChange(
    after events: [RecordedEvent], _ policies: PolicyBook, from day: Day, _ question: ScoreQuestion
  ) -> Day? {
    let days =
      switch kind {
      case .resource: ScoredResource(events, policies, on: day, question)?.days ?? []
      case .publication: ScoredPublication(events, policies, question.period).days
      }
    return days.filter { $0 > day }.min()
  }

  /// The resources that ever counted for a party, as its own or by agency.
  ///
  /// - Complexity: O(rows of the party's timelines).
  static func resources(
    of party: Identifier, _ role: ScoreRole, _ log: LogReader, known: Position
  ) throws -> [Identifier] {
    var found: Set<Identifier> = []
    let tag = Tag(.party, party)
    let types: Set<EventType> = [.resourceAcquired, .resourceTransferred]
    for item in try log.lifecycle(of: tag, .resources, types: types, known: known) {
      switch item.event.event.payload {
      case .resourceAcquired(let data): found.insert(data.resource)
      case .resourceTransferred(let data): found.insert(data.resource)
      default: break
      }
    }
    guard role == .organisation else { return found.sorted() }
    for item in try log.lifecycle(of: tag, .parties, types: [.agencyAuthorised], known: known) {
      if case .agencyAuthorised(let data) = item.event.event.payload { found.formUnion(data.resources) }
    }
    return found.sorted()
  }
}
