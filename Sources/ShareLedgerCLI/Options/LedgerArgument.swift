import ArgumentParser
import ShareLedger

/// The ledger a command is about.
struct LedgerArgument: ParsableArguments {
  @Argument(help: "The ledger's directory.", completion: .directory)
  var ledger: String

  mutating func validate() throws {
    if ledger.isEmpty { throw ValidationError("the ledger's directory is an empty name") }
  }

  /// Opens it for questions, hands it over and closes it again.
  func reading<R>(_ body: (Ledger) throws -> R) throws -> R { try with(.reading, body) }

  /// Opens it for appends, hands it over and closes it again.
  func writing<R>(_ body: (Ledger) throws -> R) throws -> R { try with(.writing, body) }

  private func with<R>(_ access: Ledger.Access, _ body: (Ledger) throws -> R) throws -> R {
    let ledger = try Ledger(path: ledger, access: access)
    do {
      let result = try body(ledger)
      try ledger.close()
      return result
    } catch {
      // The first error is the one to tell.
      try? ledger.close()
      throw error
    }
  }
}
