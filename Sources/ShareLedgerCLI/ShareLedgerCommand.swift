import ArgumentParser
import Glibc

/// The command line tool: every command is a thin face of the library.
@main
struct ShareLedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shareledger",
    abstract: "An append-only ledger of shared science and technology resources.",
    discussion: """
      EXAMPLE
        shareledger init lab
        shareledger append lab events.jsonl
        shareledger catalogue lab --at 2025-10-01

      Every question is answered as of two times: --at names what was true by then (valid time), --known names what \
      the ledger knew (a position, the instant of recording, or a checkpoint's file).

      EXIT STATUS
        0  done
        1  refused: an event is malformed or cannot be a fact, a use has no price, or a proof \
           does not hold
        2  usage: a wrong command, option or value
        3  fault: storage or files failed, or the ledger is damaged
        130  interrupted

      Colour is used on a terminal unless NO_COLOR is set. Shell completion: \
      shareledger --generate-completion-script bash (or zsh, fish).
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, AppendCommand.self, ImportCommand.self, LogCommand.self, TimelineCommand.self,
      CatalogueCommand.self, ExportCommand.self, SchemaCommand.self, StatsCommand.self, BackupCommand.self,
      RebuildCommand.self, CompactCommand.self, VerifyCommand.self, BalanceCommand.self, RegisterCommand.self,
      ExplainCommand.self, DiffCommand.self, CloseCommand.self, VoucherCommand.self, QuoteCommand.self,
      RecoveryCommand.self, ReportCommand.self, ScorecardCommand.self, RankCommand.self, WhatIfCommand.self,
      DriftCommand.self, FindingsCommand.self, RulesCommand.self, UnitCommand.self, ProjectCommand.self,
      DiscloseCommand.self,
      DuplicatesCommand.self, MatchCommand.self, KeyCommand.self, CheckpointCommand.self, ProveCommand.self,
      CertifyCommand.self, EvidenceCommand.self, SubjectCommand.self, AuthorCommand.self, DemoCommand.self,
    ])

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    Interruption.install()
    Glibc.exit(await run().rawValue)
  }

  private static func run() async -> ExitStatus {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return Interruption.isRequested ? .interrupted : .ok
    } catch {
      return Failures.report(error)
    }
  }
}
