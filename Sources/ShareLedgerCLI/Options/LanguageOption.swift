public import ArgumentParser
import Glibc
public import ShareLedger

/// How labels for people are written.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp("The language of labels.", discussion: "Default: as the locale says."))
  var lang: LabelLanguage?

  /// The language asked for, or that of the locale.
  var language: LabelLanguage { lang ?? .ofLocale }
}

/// A question whose answer has labels: their language is a part of the question, so that it has one answer everywhere.
protocol LabelledQuestion: Question {
  var labels: LanguageOption { get }
}

extension LabelLanguage {
  /// The language of the locale this process runs in.
  static var ofLocale: LabelLanguage {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return LabelLanguage(locale: value) }
    }
    return .en
  }
}

extension LabelLanguage: ExpressibleByArgument {}
