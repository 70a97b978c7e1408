import ShareLedger

extension HTML {
  /// Adds a value of a sheet: as people read it, and in `value` exactly as JSON has it.
  mutating func value(_ value: Sheet.Value, _ language: LabelLanguage) {
    switch value.cell {
    case .none: element(.span, [.class: "none"], text: "–")
    case .text(let text):
      switch value {
      case .word: data(text, shown: value.shownCell.content)
      case .flag(let flag): data(text, shown: PrintoutWord(flag: flag)[language])
      case .positions where !text.isEmpty: data(text, shown: value.shownCell.content)
      case .positions: element(.span, [.class: "none"], text: "–")
      default: isolated(text)
      }
    case .number(let number): data(number, shown: HTML.grouped(value.shownCell.content))
    }
  }

  /// Adds what programs read beside what people read.
  mutating func data(_ value: String, shown: String) { element(.data, [.value: value], text: shown) }

  /// A number with a comma before every three digits of its whole part: `-1234567.00` is `-1,234,567.00`.
  static func grouped(_ number: String) -> String {
    let sign = number.prefix { $0 == "-" }
    let whole = number.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return sign + result + number.dropFirst(sign.count + whole.count)
  }
}

extension Sheet.Value {
  /// Whether people read it as a number, to the right.
  var isNumber: Bool {
    switch self {
    case .text, .word, .flag, .positions: false
    default: true
    }
  }
}
