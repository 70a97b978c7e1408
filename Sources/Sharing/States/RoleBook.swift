import EventModel

/// The roles of one party, each from a first to a last day.
struct RoleBook: Hashable {
  private struct Term: Hashable {
    let role: RoleName
    let from: Day
    var to: Day?

    func contains(_ day: Day) -> Bool { from <= day && to.map { day <= $0 } ?? true }
  }

  private var terms: [Term] = []

  /// Whether the party holds the role on the day.
  func holds(_ role: RoleName, on day: Day) -> Bool { terms.contains { $0.role == role && $0.contains(day) } }

  mutating func grant(_ data: RoleGranted) { terms.append(Term(role: data.role, from: data.from, to: data.to)) }

  /// Ends the terms that would still run on the first day without the role.
  mutating func revoke(_ data: RoleRevoked) {
    for index in terms.indices where terms[index].role == data.role && terms[index].contains(data.from) {
      // The day before the earliest day there is does not exist; no term contains it either.
      terms[index].to = (try? data.from.advanced(by: -1)) ?? data.from
    }
  }
}
