import ArgumentParser
import EventModel
import ShareLedger

/// What `explain` is asked about.
enum ExplainSubject {
  /// What an account comes to, or its movement.
  case account(Account)
  /// A cell of a scorecard, or its total when no indicator is named.
  case score(Identifier, Identifier?)
}

extension Arguments {
  /// Reads an account, or `score:PARTY:INDICATOR`; parts are written as in accounts.
  @Sendable static func explainSubject(_ text: String) throws -> ExplainSubject {
    guard text == "score" || text.hasPrefix("score:") else { return .account(try account(text)) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).dropFirst().map { part in
      part.split(separator: "%3A", omittingEmptySubsequences: false).joined(separator: ":")
        .split(separator: "%25", omittingEmptySubsequences: false).joined(separator: "%")
    }
    guard (1...2).contains(parts.count) else {
      throw ValidationError("\"\(Visible.text(text))\" is not a score: write score:PARTY or score:PARTY:INDICATOR")
    }
    return .score(try identifier(parts[0]), parts.count > 1 ? try identifier(parts[1]) : nil)
  }
}
