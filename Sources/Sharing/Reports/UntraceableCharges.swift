package import EventLog
import EventModel

/// The charges that cannot be traced to a usage and a fee standard, or differ from what it says (art. 16).
package enum UntraceableCharges {
  /// Checks every charge that counts in the scope and answers those with something to find, in order of position.
  ///
  /// - Complexity: O(charges in the scope): each reads its own timeline, its usage's and its booking's.
  package static func all(_ log: LogReader, _ scope: ReportScope) throws -> [ChargeCheck] {
    var checking = ChargeChecking(scope.asOf)
    var found: [ChargeCheck] = []
    try scope.forEachEvent([.chargeAssessed], log) { event, _ in
      guard case .chargeAssessed(let data) = event.event.payload else { return }
      if let check = try checking.check(data.charge, log), !check.findings.isEmpty { found.append(check) }
    }
    return found
  }
}
