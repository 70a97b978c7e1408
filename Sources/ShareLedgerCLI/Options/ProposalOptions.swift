import ArgumentParser
import EventModel
import ShareLedger

/// Numbers that nobody published.
struct ProposalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A proposed indicator set: a file with the data of an indicatorSet.published event as JSON.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var proposedSet: String?

  @Option(
    help: ArgumentHelp(
      "A proposed policy parameter, such as registrationDays=60; may be repeated.", valueName: "name=number"),
    transform: Arguments.policyParameter)
  var parameter: [PolicyParameter] = []

  /// Whether anything is proposed.
  var isEmpty: Bool { proposedSet == nil && parameter.isEmpty }

  /// The proposal, held to the rules that publishing it would meet.
  func proposal() throws -> ScoreProposal? {
    if isEmpty { return nil }
    let set = try proposedSet.map(ProposalOptions.set)
    do {
      return try ScoreProposal(set: set, parameters: parameter)
    } catch {
      throw ValidationError("the proposal cannot be: \(error)")
    }
  }

  private static func set(_ path: String) throws -> IndicatorSetPublished {
    let bytes = try InputFile.bytes(of: path)
    do throws(InputError) {
      var reader = JSONReader(bytes.span.bytes)
      let set = try IndicatorSetPublished(from: &reader)
      try reader.end()
      return set
    } catch {
      throw ValidationError("\(path): \(error)")
    }
  }
}

extension Arguments {
  @Sendable static func policyParameter(_ text: String) throws -> PolicyParameter {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let value = Int64(parts[1]) else {
      throw ValidationError(
        "\"\(Visible.text(text))\" is not a parameter: write name=number, such as registrationDays=60")
    }
    return try checked { PolicyParameter(name: try Identifier(parts[0]), value: try Number(value)) }
  }
}
