import EventModel

/// Times a resource could not be used.
enum OutageRules {
  static let all = [
    Rule("standstillNamesTheOwner", types: [.outageStarted, .maintenanceStarted]) { event, context in
      switch event.payload {
      case .outageStarted(let data): try context.requireOwner(data.unit, of: data.resource, at: event.validTime)
      case .maintenanceStarted(let data): try context.requireOwner(data.unit, of: data.resource, at: event.validTime)
      default: break
      }
    },
    Rule("standstillAddsUp", types: [.outageEnded, .maintenanceEnded]) { event, _ in
      switch event.payload {
      case .outageEnded(let data): try Span(data.start, data.end).check(data.days)
      case .maintenanceEnded(let data): try Span(data.start, data.end).check(data.days)
      default: break
      }
    },
  ]
}
