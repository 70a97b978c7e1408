import ArgumentParser
import ShareLedger

/// `subject seal`: a text from standard input as a sealed value.
struct SubjectSealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "Seal one line of standard input for a field of an event.",
    discussion: """
      Writes the sealed value as JSON, to stand in the data of an event of that type. A subject that is new gets a key. \
      The text is read from standard input, since arguments stand in the shell's history and in lists of processes.

      EXAMPLE
        shareledger subject seal s-5c1e09d7 --keys lab.keys --type demand.posted < contact.txt
      """)

  @Argument(help: "The pseudonym of the person.", transform: Arguments.identifier)
  var subject: Identifier

  @OptionGroup var store: KeyStoreOption

  @Option(
    help: ArgumentHelp("The type of the event it will stand in.", valueName: "type"), transform: Arguments.eventType)
  var type: EventType

  @Option(help: ArgumentHelp("The field it will stand in.", valueName: "name"))
  var field = "contact"

  func run() throws {
    let line = readLine() ?? ""
    guard let text = try? Text(line), readLine() == nil else {
      // The text is not shown: it is what must not be seen.
      throw ValidationError("standard input is not one line of text of at most \(Text.scalarCountMax) characters")
    }
    let sealed = try store.open().seal(text, about: subject, in: type, field: field)
    let output = Output()
    try output.json { sealed.write(to: &$0) }
    try output.flush()
  }
}
