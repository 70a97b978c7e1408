import EventModel

/// Who may check, assess, reward and punish, as the regulation shares it out.
enum OversightRoles {
  /// The joint review is the office's, carried out by the service centre (art. 7, 8); so is the assessment, to which
  /// outside assessors contribute (art. 20) and whose result the committee decides (art. 6).
  private static let reviewers: [RoleName] = [.office, .serviceCentre]
  /// What art. 23 orders is not given to one body: the committee, its office and the departments share it.
  private static let authorities: [RoleName] = [.committee, .office, .department]

  /// The roles that may issue each type; purchases and contracts are recorded by anyone.
  static let needed: [EventType: [RoleName]] = [
    .duplicateCheckRecorded: reviewers,
    .reviewConcluded: reviewers,
    .reviewWaived: reviewers,
    .cycleOpened: [.committee, .office],
    .assessmentRecorded: reviewers + [.assessor],
    .scoreFrozen: reviewers,
    .gradeDecided: [.committee],
    .findingConfirmed: authorities,
    .noticePublished: authorities,
    .rectificationOrdered: authorities,
    .rectificationAccepted: authorities,
    .rectificationFailed: authorities,
    .qualificationSuspended: authorities,
    .qualificationRevoked: authorities,
    .qualificationRestored: authorities,
    .creditRecorded: authorities,
    // Rewards (art. 20) and what fraud brings (art. 24) are the science department's.
    .subsidyAwarded: [.department],
    .subsidyPaid: [.department],
    .fraudFound: [.department],
    .clawbackOrdered: [.department],
    .clawbackReceived: [.department],
    .matterReferred: [.department],
  ]
}
