public import EventModel

/// What a projector answered, for which two times.
public struct Projection<P: Projector>: Sendable {
  /// The projector, with its parameters.
  public let projector: P
  /// The two times.
  public let asOf: AsOf
  /// The answer.
  public let output: P.Output

  package init(_ projector: P, asOf: AsOf, output: P.Output) {
    self.projector = projector
    self.asOf = asOf
    self.output = output
  }

  /// The answer as canonical JSON, made anew each time.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    projector.write(output, to: &writer)
    return writer.bytes
  }

  /// The SHA-256 of ``bytes``: what a second machine with the same log, V and K must come to.
  public var hash: ContentHash { ContentHash(hashing: bytes) }
}

/// How far a replay is.
public struct ProjectionProgress: Sendable, Hashable {
  /// How many events are behind it.
  public let eventCount: UInt64
  /// How many there are.
  public let totalCount: UInt64
}

/// How a projection is computed; nothing of this changes the answer.
public struct ProjectionOptions: Sendable {
  /// On how many threads at most; `nil` for one a core.
  public var threadCount: Int?
  /// How many events a read transaction covers.
  public var sliceCount: UInt64 = 65_536
  /// Told after each slice, by one thread at a time.
  public var progress: (@Sendable (ProjectionProgress) -> Void)?
  /// Asked before each slice: whether to give up.
  public var isCancelled: @Sendable () -> Bool = { false }

  /// All cores, no progress, until the end.
  public init() {}
}

/// The caller asked a projection to stop.
public struct ProjectionCancelled: Error {}
