package import EventLog
package import EventModel

/// Pricing uses by the standards of a ledger.
package enum Quoting {
  /// The price of a usage, as corrected, by the standard in force on the day it started.
  ///
  /// - Parameters:
  ///   - usage: the usage.
  ///   - userClass: the class of user in the standard's words, or `nil` for the side the usage is on.
  ///   - items: how many items were handed out, which no usage records.
  ///   - log: the log to read.
  ///   - asOf: the two times.
  /// - Complexity: O(events of the usage, its booking and the standards of its resource).
  package static func quote(
    usage: Identifier, userClass: Identifier?, items: Int64, _ log: LogReader, asOf: AsOf
  ) throws -> Result<Quote, NoQuote> {
    switch try Service.read(usage, log, asOf: asOf) {
    case .failure(let reason): return .failure(reason)
    case .success(let service):
      let book = try FeeBook(log, resource: service.resource, asOf: asOf)
      return book.quote(service, for: try service.userClass(userClass), items: items)
    }
  }

  /// The price of a planned use; without a class that of an external user.
  package static func quote(
    _ use: PlannedUse, userClass: Identifier?, items: Int64, _ log: LogReader, asOf: AsOf
  ) throws -> Result<Quote, NoQuote> {
    let service = Service(use)
    let book = try FeeBook(log, resource: use.resource, asOf: asOf)
    return book.quote(service, for: try service.userClass(userClass), items: items)
  }
}

extension FeeBook {
  /// The price of a service for a class of user.
  func quote(_ service: Service, for userClass: Identifier, items: Int64) -> Result<Quote, NoQuote> {
    let quantities = ServiceQuantities(time: service.time, samples: service.samples, items: items)
    return quote(service, for: userClass) { _, line in quantities.quantity(of: line) }
  }

  /// The same by the quantities the closure gives for the places of the lines the class pays.
  func quote(
    _ service: Service, for userClass: Identifier, quantity: (Int, FeeLine) -> Int64
  ) -> Result<Quote, NoQuote> {
    guard let standard = standard(for: service.resource, on: service.serviceDay) else {
      return .failure(.noStandardInForce(resource: service.resource, on: service.serviceDay))
    }
    do throws(NoQuote) {
      let lines = try Tariff.price(Tariff(standard.lines).lines(for: userClass), quantity: quantity)
      // A thousand amounts of 53 bits cannot overflow 64.
      guard let total = try? Fen(lines.reduce(0) { $0 + $1.amount.amount }) else {
        throw .amountTooLarge(component: nil)
      }
      return .success(
        Quote(
          usage: service.usage, resource: service.resource, serviceDay: service.serviceDay,
          standard: standard.standard, userClass: userClass, time: service.time, lines: lines, total: total,
          positions: Set(service.positions + standard.positions).sorted()))
    } catch {
      return .failure(error)
    }
  }
}
