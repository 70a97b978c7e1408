internal import EventModel

extension DemoCity {
  /// Does one task; each kind has its function, beside the others of its chapter.
  mutating func perform(_ kind: DemoAgenda.Kind, _ subject: Int) throws(ValueError) {
    switch kind {
    case .planDay: try planDay(Int64(subject))
    case .acquire: try acquire(subject)
    case .register: try register(subject)
    case .open: try open(subject)
    case .transfer: try transfer(subject)
    case .retire: try retire(subject)
    case .publishFees: try publishFees(subject)
    case .arrive: try arrive()
    case .answer: try answer(subject)
    case .move: try move(subject)
    case .cancel: try cancel(subject)
    case .miss: try miss(subject)
    case .use: try use(subject)
    case .mend: try mend(subject)
    case .charge: try charge(subject)
    case .settle: try settle(subject)
    case .standStill: try standStill(subject)
    case .resume: try resume(subject)
    case .resolve: try resolve(subject)
    case .verify: try verify(subject)
    default: try performFunds(kind, subject)
    }
  }

  private mutating func performFunds(_ kind: DemoAgenda.Kind, _ subject: Int) throws(ValueError) {
    switch kind {
    case .openProgramme: try openProgramme(subject)
    case .issueVoucher: try issueVoucher(subject)
    case .giveBack: try end(subject, .giveBack)
    case .revoke: try end(subject, .revoke)
    case .expire: try end(subject, .expire)
    case .closeProgramme: try closeProgramme(subject)
    case .claim: try claim(subject)
    case .decideClaim: try decideClaim(subject)
    case .recordCosts: try recordCosts(subject)
    case .close: try closeBooks(subject)
    case .reopen: try reopenBooks(subject)
    case .closeAgain: try closeBooksAgain(subject)
    case .budget: try budgetIncome(subject)
    case .spend: try spendIncome(subject)
    case .grant: try grantFunds(subject)
    default: try performOversight(kind, subject)
    }
  }

  private mutating func performOversight(_ kind: DemoAgenda.Kind, _ subject: Int) throws(ValueError) {
    switch kind {
    case .propose: try propose(subject)
    case .checkDuplicates: try checkDuplicates(subject)
    case .review: try review(subject)
    case .waiveReview: try waiveReview(subject)
    case .contract: try signContract(subject)
    case .tightenPolicy: try tightenPolicy()
    case .publishIndicators: try publishIndicators(subject)
    case .openCycle: try openCycle(subject)
    case .assess: try assess(subject)
    case .grade: try grade(subject)
    case .award: try award(subject)
    case .paySubsidy: try paySubsidy(subject)
    case .disclose: try disclose(subject)
    case .confirm: try confirm(subject)
    case .answerOrder: try answerOrder(subject)
    case .restore: try restore(subject)
    case .findFraud: try findFraud()
    case .receiveClawback: try receiveClawback(subject)
    default: break
    }
  }
}
