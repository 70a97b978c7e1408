import EventLog
import EventModel
import Testing

@testable import Sharing

/// What events about purchases, assessments and sanctions name, need and let be taken back.
@Suite struct `Entities of oversight` {
  private static let types = EventType.allCases.filter { $0.group == .oversight }

  @Test(arguments: types)
  func `everything an event names has to be there`(type: EventType) throws {
    let payload = try TestLedger.payload(type, type.exampleText)
    var named = payload.tags
    if Identities.creators.contains(type) { named.removeFirst() }
    let references = Identities.references(payload)
    #expect(Set(references.map(\.tag)) == Set(named))
    #expect(Set(references.map(\.field)).isSubset(of: Set(type.fields.map(\.name))))
  }

  @Test(arguments: types)
  func `every event but a cycle's opening concerns a party`(type: EventType) throws {
    let payload = try TestLedger.payload(type, type.exampleText)
    let step = OversightStep(payload)
    #expect((step == nil) == (type == .cycleOpened))
    if let step { #expect(payload.tags.contains(Tag(.party, step.party))) }
  }

  @Test func `what moves money cannot be taken back, everything else can`() {
    #expect(
      Set(Self.types).intersection(RetractionRules.notRetractable)
        == [.subsidyAwarded, .subsidyPaid, .clawbackOrdered, .clawbackReceived])
  }

  @Test(arguments: types)
  func `needs a role, but for what a unit tells of its purchases`(type: EventType) throws {
    let isOpen = type == .purchaseProposed || type == .purchaseExecuted
    #expect((RoleRules.neededRoles[type] == nil) == isOpen)
    guard let needed = RoleRules.neededRoles[type] else { return }
    let ledger = try TestLedger.world()
    try ledger.add("role.granted", #"{"party":"x-org","role":"expert","document":"d","from":"2016-11-01"}"#)
    // The role is asked for after the references, so these have to be there.
    let refusal = try Self.roleRefusal(of: type, in: ledger)
    #expect(refusal == .roleNotHeld(actor: try Identifier("x-org"), needed: needed, at: try TestLedger.day))
  }

  @Test func `the committee grades, the department pays, the office and the service centre review`() {
    func roles(_ type: EventType) -> Set<RoleName> { Set(RoleRules.neededRoles[type] ?? []) }
    #expect(roles(.gradeDecided) == [.committee])
    #expect(roles(.reviewConcluded) == [.office, .serviceCentre])
    #expect(roles(.assessmentRecorded) == [.assessor, .office, .serviceCentre])
    #expect(roles(.subsidyAwarded) == [.department])
    #expect(roles(.clawbackOrdered) == [.department])
    #expect(roles(.qualificationRevoked) == [.committee, .office, .department])
  }

  /// Runs the role rule alone.
  private static func roleRefusal(of type: EventType, in ledger: TestLedger) throws -> Refusal? {
    let event = try ledger.event(type.wireName, type.exampleText, at: "2025-03-01", actor: "x-org")
    return try ledger.log.read { log in
      do {
        for rule in RoleRules.all {
          try rule.check(event, RuleContext(log: log, recordedTime: event.validTime))
        }
        return nil
      } catch let refusal as Refusal {
        return refusal
      }
    }
  }
}

extension TestLedger {
  fileprivate static var day: Instant { get throws { try instant("2025-03-01") } }
}
