import ArgumentParser
import ShareLedger

/// The projectors that come with the ledger.
enum BuiltInProjectors {
  /// An answer as the projector writes it.
  struct Projected {
    let name: String
    let revision: Int
    let fingerprint: ContentHash
    let bytes: [UInt8]

    init<P: Projector>(_ projection: Projection<P>) {
      name = projection.projector.name
      revision = projection.projector.revision
      fingerprint = projection.projector.fingerprint
      bytes = projection.bytes
    }
  }

  /// A projector by name.
  struct Entry: Sendable {
    let name: String
    let revision: Int
    let fingerprint: ContentHash
    let summary: String
    let project: @Sendable (LedgerView, ProjectionOptions) throws -> Projected

    init(_ projector: some MergeableProjector, _ summary: String) {
      (name, revision, fingerprint) = (projector.name, projector.revision, projector.fingerprint)
      self.summary = summary
      project = { view, options in Projected(try view.project(projector, options: options)) }
    }
  }

  static let all: [Entry] = [
    Entry(FindingsProjector(), "all findings but those about frozen scores")
  ]

  static var names: String { all.map(\.name).joined(separator: ", ") }

  @Sendable static func named(_ name: String) throws -> Entry {
    guard let entry = all.first(where: { $0.name == name }) else {
      throw ValidationError("\"\(Visible.text(name))\" is not a projector: \(names)")
    }
    return entry
  }
}
