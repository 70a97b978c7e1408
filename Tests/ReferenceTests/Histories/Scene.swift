import EventModel

/// Everything there is at a moment of the making of a history, as the slow reference tells it.
struct Scene {
  var usages: [SlowUsage] = []
  var charges: [SlowCharge] = []
  var costs: [SlowCost] = []
  var vouchers = SlowVouchers([])
  var periods = SlowPeriods([])
  var bookings: [BookingRequested] = []
  var standards: [FeeStandardPublished] = []
  var invoices: [InvoiceIssued] = []
  var disputes: [DisputeOpened] = []
  var outages: [(data: OutageStarted, start: Instant)] = []
  var maintenances: [(data: MaintenanceStarted, start: Instant)] = []
  var complaints: [ComplaintFiled] = []
  var outcomes: [OutcomeReported] = []
  var dues: [SlowDue] = []
  /// When each entity came to be, by its event's id.
  var events: [RecordedEvent] = []

  /// Who owns a resource at a moment.
  func owner(of resource: String, at time: Instant) -> String? {
    var owner: String?
    for event in events where event.event.validTime <= time || owner == nil {
      switch event.event.payload {
      case .resourceAcquired(let data) where data.resource.text == resource: owner = data.unit.text
      case .resourceTransferred(let data) where data.resource.text == resource: owner = data.to.text
      default: break
      }
    }
    return owner
  }

  init(_ admitted: [RecordedEvent]) {
    let slow = SlowLedger(admitted)
    events = admitted
    usages = slow.usages()
    charges = slow.charges()
    costs = slow.costs()
    vouchers = slow.vouchers()
    periods = slow.periods
    dues = SlowDue.all(slow.facts())
    for event in slow.facts() {
      switch event.event.payload {
      case .bookingRequested(let data): bookings.append(data)
      case .feeStandardPublished(let data): standards.append(data)
      case .invoiceIssued(let data): invoices.append(data)
      case .disputeOpened(let data): disputes.append(data)
      case .outageStarted(let data): outages.append((data, event.event.validTime))
      case .maintenanceStarted(let data): maintenances.append((data, event.event.validTime))
      case .complaintFiled(let data): complaints.append(data)
      case .outcomeReported(let data): outcomes.append(data)
      default: break
      }
    }
  }
}
