import ShareLedger

/// Amounts as people read them; JSON and CSV carry whole minor units instead.
enum Amounts {
  /// Yuan with two decimals: -120050 fen are `-1200.50`.
  static func yuan(_ fen: Int128) -> String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    return sign(fen) + "\(yuan)." + twoDigits(rest)
  }

  /// Hours, minutes and seconds: 3661 seconds are `1:01:01`; hours have as many digits as they need.
  static func hours(_ seconds: Int128) -> String {
    let (minutes, second) = seconds.magnitude.quotientAndRemainder(dividingBy: 60)
    let (hours, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return sign(seconds) + "\(hours):" + twoDigits(minute) + ":" + twoDigits(second)
  }

  /// An amount in the manner of its commodity: yuan, hours, or the bare count.
  static func text(_ amount: Int128, _ commodity: Commodity) -> String {
    switch commodity {
    case .cny: yuan(amount)
    case .sec: hours(amount)
    case .num: "\(amount)"
    }
  }

  /// The value of an indicator: a rate in per cent, hours, yuan, or a number with two decimals.
  static func score(_ value: ExactRatio, _ indicator: ScoreIndicator) -> String {
    switch indicator.unit {
    case .basisPoints where indicator != .satisfaction:
      value.rounded(in: .basisPoints).map { yuan(Int128($0)) + " %" } ?? "?"
    case .seconds: value.rounded(in: .seconds).map { hours(Int128($0)) } ?? "?"
    case .fen: value.rounded(in: .fen).map { yuan(Int128($0)) } ?? "?"
    case .count where value.denominator == 1: "\(value.numerator)"
    case .basisPoints, .count: value.hundredths.map { yuan($0) } ?? "?"
    }
  }

  private static func sign(_ amount: Int128) -> String { amount < 0 ? "-" : "" }

  private static func twoDigits(_ number: UInt128) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
