public import EventLog
public import Sharing

extension LedgerView {
  /// The public tables of resources and their use (art. 14), without cells that tell of few users (art. 17).
  ///
  /// The hash of the projection is what `disclosure.published` keeps.
  ///
  /// ```swift
  /// let published = try ledger.view().disclosure(DisclosureQuestion(year))
  /// print(published.hash, published.output.resources.count)
  /// ```
  ///
  /// - Complexity: O(events), and some memory for every user of every resource.
  public func disclosure(
    _ question: DisclosureQuestion, options: ProjectionOptions = ProjectionOptions()
  ) throws(LedgerError) -> Projection<DisclosureProjector> {
    try project(DisclosureProjector(question), options: options)
  }
}
