import ArgumentParser
import ShareLedger

/// `subject destroy`: what is sealed about a subject becomes unreadable for good.
struct SubjectDestroyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy", abstract: "Destroy the key of a subject, on a request that another party approved.",
    discussion: """
      Records subject.keyDestroyed, then overwrites the key. No event, sum or proof changes, and the key cannot come \
      back. Interrupted, it is simply run again. Destroy the key in the backups of the key store too, and run compact.

      EXAMPLE
        shareledger subject destroy lab s-5c1e09d7 --keys lab.keys --actor x-office --requested-by x-desk \\
          --approved-by x-office --request-hash "$(sha256sum < request.pdf | cut -d ' ' -f 1)"
      """)

  @OptionGroup var place: LedgerArgument

  @Argument(help: "The pseudonym of the person.", transform: Arguments.identifier)
  var subject: Identifier

  @OptionGroup var store: KeyStoreOption
  @OptionGroup var acting: ActorOptions

  @Option(
    help: ArgumentHelp(
      "The SHA-256 of the request as filed, which holds a random number so that it cannot be guessed.",
      valueName: "hash"),
    transform: { text in try Arguments.checked { try ContentHash(text) } })
  var requestHash: ContentHash

  @Option(
    help: ArgumentHelp("The party that asked for it.", valueName: "party"), transform: Arguments.identifier)
  var requestedBy: Identifier

  @Option(
    help: ArgumentHelp("The other party, which approved it.", valueName: "party"), transform: Arguments.identifier)
  var approvedBy: Identifier

  func run() throws {
    Interruption.deferToSteps()
    let keys = try store.open()
    let destruction = SubjectKeyDestroyed(
      subject: subject, requestHash: requestHash, requestedBy: requestedBy, approvedBy: approvedBy)
    let position = try place.writing { ledger in
      try ledger.destroyKey(destruction, in: keys, by: acting.actor, source: acting.eventSource())
    }
    let output = Output()
    try output.line("destroyed the key of \(subject), recorded at position \(position)")
    try output.flush()
  }
}
