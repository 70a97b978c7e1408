/// The parts by which names are compared: words of ASCII letters and digits, and of everything else the pairs of
/// neighbouring characters.
///
/// Chinese has no blanks between words; pairs find 光谱仪 in 红外光谱仪 without a dictionary or a server.
///
/// Source: L. R. Dice, *Measures of the amount of ecologic association between species*, Ecology 26 (1945), for the
/// similarity.
public struct NameTokens: Sendable, Hashable {
  /// Each part and how often it occurs.
  let counts: [String: Int]
  /// How many parts there are.
  let count: Int

  /// Takes a name apart.
  public init(_ text: String) {
    var counts: [String: Int] = [:]
    var (word, run): (String, [Unicode.Scalar]) = ("", [])
    func endWord() {
      if !word.isEmpty { counts[word, default: 0] += 1 }
      word = ""
    }
    func endRun() {
      if run.count == 1 { counts[NameTokens.text(run[...]), default: 0] += 1 }
      for index in run.indices.dropFirst() { counts[NameTokens.text(run[index - 1...index]), default: 0] += 1 }
      run = []
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(scalar.value | 0x20) ?? scalar)
      default: endWord()
      }
      if scalar.value >= 0x80, !scalar.properties.isWhitespace, !NameTokens.isPunctuation(scalar) {
        run.append(scalar)
      } else {
        endRun()
      }
    }
    endWord()
    endRun()
    self.counts = counts
    count = counts.values.reduce(0, +)
  }

  /// How alike two names are, from 0 to 1: twice the parts they share over the parts of both; `nil` without any parts.
  public func similarity(to other: NameTokens) -> ExactRatio? {
    ExactRatio(Int128(2 * shared(with: other)), Int128(count + other.count))
  }

  /// How much of the shorter name the longer one has, from 0 to 1; `nil` when one has no parts.
  public func overlap(with other: NameTokens) -> ExactRatio? {
    ExactRatio(Int128(shared(with: other)), Int128(min(count, other.count)))
  }

  private func shared(with other: NameTokens) -> Int {
    counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

extension ExactRatio {
  /// Whether its value is less; of two forms of one value neither is.
  func isLess(than other: ExactRatio) -> Bool {
    let left = numerator.multipliedFullWidth(by: other.denominator)
    let right = other.numerator.multipliedFullWidth(by: denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}
