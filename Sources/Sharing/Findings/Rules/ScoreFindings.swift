package import EventLog
package import EventModel

/// Articles 20 and 23: what a frozen score rests on may turn out to be otherwise.
extension Finding {
  /// Frozen scores that later knowledge would change, or that cannot be computed again.
  ///
  /// These need scorecards, which no single replay makes: they stand beside what the projector finds.
  ///
  /// - Parameters:
  ///   - log: the log to read.
  ///   - asOf: the two times.
  ///   - unit: only this unit's; by default all.
  /// - Complexity: two scorecards a frozen score, and what explains the cells that differ.
  package static func ofFrozenScores(_ log: LogReader, asOf: AsOf, unit: Identifier? = nil) throws -> [Finding] {
    try ScoreDrift.all(log, asOf: asOf, unit: unit).filter(\.isDrifted).map { drift in
      let causes = drift.explanations.flatMap(\.steps).compactMap(\.event)
      let first = causes.min { $0.position < $1.position }
      let since = try first?.recordedTime.day ?? log.event(at: drift.position).event.validTime.day
      var finding = Finding(.scoreChangedSinceFrozen, drift.frozen.unit, since: since)
      finding.subjects = [Tag(.cycle, drift.frozen.cycle)]
      finding.evidence = Set([drift.position] + causes.map(\.position)).sorted()
      (finding.measured, finding.threshold) = (drift.now.total, drift.frozen.total.value)
      return finding
    }.sorted()
  }
}
