import EventLog
import EventModel

/// Personal data: nothing more is sealed about a subject whose key was destroyed, and a destruction takes two.
enum PrivacyRules {
  /// The types with a sealed field.
  static let sealedTypes = Set(EventType.allCases.filter { $0.fields.contains { $0.type == "sealed" } })

  static let all = [
    // Whatever the valid time: an event that comes late would bring back what was to be forgotten.
    Rule("nothingIsSealedAfterDestruction", types: sealedTypes) { event, context in
      for field in event.payload.data.sealedFields { try requireKey(of: field.value.subject, context) }
    },
    Rule("keyIsDestroyedOnce", types: [.subjectKeyDestroyed]) { event, context in
      guard case .subjectKeyDestroyed(let data) = event.payload else { return }
      try requireKey(of: data.subject, context)
    },
    Rule("destructionTakesTwo", types: [.subjectKeyDestroyed]) { event, _ in
      guard case .subjectKeyDestroyed(let data) = event.payload, data.requestedBy == data.approvedBy else { return }
      throw Refusal.needsTwoParties(field: "approvedBy", party: data.approvedBy)
    },
  ]

  private static func requireKey(of subject: Identifier, _ context: borrowing RuleContext) throws {
    if let position = try context.log.firstPosition(of: .subjectKeyDestroyed, concerning: Tag(.subject, subject)) {
      throw Refusal.subjectKeyDestroyed(subject: subject, recordedAt: position)
    }
  }
}
