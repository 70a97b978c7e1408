import EventModel

/// Something proposed to a ledger, which may be refused.
enum Proposal {
  case fact(Event)
  /// A close whose totals are counted when it is its turn, so that it fits whatever was admitted before it.
  case close(Close)

  struct Close {
    let event: Event
    let books: Identifier
    let through: Day
    let commodities: [Commodity]
    /// Whether it names one posting too many, which no ledger takes.
    let isWrong: Bool
  }
}

/// Proposals, each with the recorder's clock at that time; those with one time go into one commit.
struct History {
  struct Step {
    let now: Instant
    let proposal: Proposal
  }

  var steps: [Step] = []
}
