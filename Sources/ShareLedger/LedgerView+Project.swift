public import EventLog

extension LedgerView {
  /// Folds every event that is true and known in this view and not taken back, one after another in the projector's order.
  ///
  /// - Parameters:
  ///   - projector: what the events mean.
  ///   - options: slices, progress, cancellation; by default until the end without a word.
  /// - Throws: ``LedgerError/interrupted`` when it was cancelled, ``LedgerError/damaged(_:)`` at a record that is damaged
  ///   or that the projector cannot read; an error of the projector that is not a ``LedgerError`` comes as
  ///   ``LedgerError/unexpected(_:)``.
  /// - Complexity: O(events), tens of nanoseconds each beside the projector's own work.
  public func project<P: Projector>(
    _ projector: P, options: ProjectionOptions = ProjectionOptions()
  ) throws(LedgerError) -> Projection<P> {
    do {
      return try ledger.log.project(projector, asOf: asOf, options: options)
    } catch {
      throw LedgerError(error)
    }
  }

  /// The same on all cores: stretches of the log are folded apart and their states joined in order.
  public func project<P: MergeableProjector>(
    _ projector: P, options: ProjectionOptions = ProjectionOptions()
  ) throws(LedgerError) -> Projection<P> {
    do {
      return try ledger.log.project(projector, asOf: asOf, options: options)
    } catch {
      throw LedgerError(error)
    }
  }
}
