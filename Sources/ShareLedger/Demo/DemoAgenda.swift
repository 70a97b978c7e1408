/// What is to happen, in order of time, then of being put down: a binary heap.
struct DemoAgenda: Sendable {
  /// One thing to do.
  struct Task: Sendable {
    let time: Int64
    let order: UInt32
    let kind: Kind
    let subject: Int32

    func isBefore(_ other: Task) -> Bool { (time, order) < (other.time, other.order) }
  }

  /// What to do; the subject is a day, a unit, an instrument, a visit and so on.
  enum Kind: UInt8, Sendable {
    case planDay, acquire, register, open, publishFees, transfer, retire
    case arrive, answer, move, cancel, miss, use, mend, charge, settle
    case standStill, resume, resolve, verify
    case openProgramme, issueVoucher, giveBack, revoke, expire, closeProgramme, claim, decideClaim
    case recordCosts, close, reopen, closeAgain, budget, spend, grant
    case propose, checkDuplicates, review, waiveReview, contract
    case tightenPolicy, publishIndicators, openCycle, assess, grade, award, paySubsidy
    case disclose, confirm, answerOrder, restore, findFraud, receiveClawback
  }

  private var heap: [Task] = []
  private var nextOrder: UInt32 = 0

  var count: Int { heap.count }

  mutating func add(_ kind: Kind, _ subject: Int, at time: Int64) {
    let task = Task(time: time, order: nextOrder, kind: kind, subject: Int32(truncatingIfNeeded: subject))
    nextOrder &+= 1
    heap.append(task)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard task.isBefore(heap[parent]) else { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = task
  }

  mutating func next() -> Task? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
      guard heap[child].isBefore(last) else { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = last
    return first
  }
}
