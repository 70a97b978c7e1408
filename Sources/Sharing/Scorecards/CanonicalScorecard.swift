import EventModel

extension Scorecard {
  /// The bytes that stand for the card wherever it was made: one line of JSON without blanks, members in one order.
  ///
  /// Party, role, days and times come first, then the set with its hour base, and for each indicator of the set, in its
  /// order, the value in lowest terms, the numbers that weigh it and its points. Only the log decides them, so a second
  /// machine with the same log, or this one in ten years, gets the same bytes; their SHA-256 is what a frozen score keeps.
  ///
  /// ```json
  /// {"format":"shareledger.scorecard.1","party":"x-a","role":"unit","from":"2024-01-01","through":"2024-12-31",
  ///  "validAt":"2024-12-31T23:59:59.999999+08:00","knownAt":"5000","indicatorSet":"assessment-2024","hourBase":1400,
  ///  "cells":[{"indicator":"openRate","numerator":"13","denominator":"14","target":10000,"weight":3000,"cap":3000,
  ///            "points":2786}],"total":2786}
  /// ```
  public var canonicalBytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("format", "shareledger.scorecard.1")
    writer.member("party", party.text)
    writer.member("role", question.role.rawValue)
    writer.member("from", "\(question.period.from)")
    writer.member("through", "\(question.period.through)")
    writer.member("validAt", "\(question.asOf.valid)")
    writer.member("knownAt", "\(question.asOf.known)")
    writer.member("indicatorSet", set?.id.text)
    writer.member("hourBase", set?.data.hourBase.value)
    writer.key("cells")
    writer.beginArray()
    for terms in set?.data.indicators ?? [] {
      guard let cell = self[terms.id] else { continue }
      let value = cell.value?.inLowestTerms
      writer.beginObject()
      writer.member("indicator", cell.id.text)
      writer.member("numerator", value.map { "\($0.numerator)" })
      writer.member("denominator", value.map { "\($0.denominator)" })
      writer.member("target", terms.target.value)
      writer.member("weight", terms.weight.value)
      writer.member("cap", terms.cap.value)
      writer.member("points", cell.points)
      writer.endObject()
    }
    writer.endArray()
    writer.member("total", total)
    writer.endObject()
    return writer.bytes
  }
}

extension ExactRatio {
  /// The same number with the smallest numerator and denominator.
  package var inLowestTerms: ExactRatio {
    var (divisor, rest) = (denominator.magnitude, numerator.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    let common = Int128(divisor)
    return ExactRatio(numerator / common, denominator / common) ?? self
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  fileprivate mutating func member(_ name: String, _ number: Int64?) {
    key(name)
    if let number { int(number) } else { null() }
  }
}
