import ArgumentParser

/// How rows are written.
enum OutputFormat: EnumerableFlag {
  case json
  case csv

  static func help(for value: OutputFormat) -> ArgumentHelp? {
    switch value {
    case .json: "Write JSON for programs."
    case .csv: "Write comma-separated values (RFC 4180), safe to open in a spreadsheet."
    }
  }
}
