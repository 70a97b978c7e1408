/// Collects the tags of one event, each once, in the order they are met.
struct TagList {
  private(set) var tags: [Tag] = []
  /// Kept only once searching the list would take longer.
  private var seen: Set<Tag> = []

  private static let searchedCountMax = 16

  mutating func add(_ kind: TagKind, _ id: Identifier?) {
    if let id { add(Tag(kind, id)) }
  }

  mutating func add(_ kind: TagKind, _ ids: [Identifier]?) {
    for id in ids ?? [] { add(Tag(kind, id)) }
  }

  mutating func add(_ tags: [Tag]?) {
    for tag in tags ?? [] { add(tag) }
  }

  private mutating func add(_ tag: Tag) {
    // Most events concern three to six entities: room for them at once.
    if tags.isEmpty { tags.reserveCapacity(6) }
    if tags.count < Self.searchedCountMax {
      guard !tags.contains(tag) else { return }
    } else {
      if seen.isEmpty { seen = Set(tags) }
      guard seen.insert(tag).inserted else { return }
    }
    tags.append(tag)
  }
}
