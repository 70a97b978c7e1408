import EventModel
import TestSupport

/// Random values of every kind of field, within their rules.
extension SeededRandom {
  mutating func maybe<Value>(_ make: (inout SeededRandom) throws -> Value) rethrows -> Value? {
    Bool.random(using: &self) ? try make(&self) : nil
  }

  mutating func list<Value>(_ make: (inout SeededRandom) throws -> Value) rethrows -> [Value] {
    var items: [Value] = []
    for _ in 0..<[0, 1, 2, 23, 24, 300][Int.random(in: 0..<6, using: &self)] { items.append(try make(&self)) }
    return items
  }

  mutating func one<Value: CaseIterable>(_ type: Value.Type) -> Value where Value.AllCases == [Value] {
    Value.allCases[Int.random(in: 0..<Value.allCases.count, using: &self)]
  }

  /// Ids of every length, of every allowed character.
  mutating func id() throws -> Identifier {
    let bytes = (0..<Int.random(in: 1...64, using: &self)).map { _ in UInt8.random(in: 0x21...0x7E, using: &self) }
    return try Identifier(String(decoding: bytes, as: UTF8.self))
  }

  /// Texts of all sizes in several scripts.
  mutating func text() throws -> Text {
    let alphabet = Array("abc XYZ~ é 水核磁共振 𐅑🧪")
    let length = [1, 7, 8, 15, 16, 23, 24, 255, 256, 1300][Int.random(in: 0..<10, using: &self)]
    let isASCII = Bool.random(using: &self)
    return try Text(
      String((0..<length).map { _ in alphabet[Int.random(in: 0..<(isASCII ? 9 : alphabet.count), using: &self)] }))
  }

  /// Integers of every encoded size.
  mutating func integer(_ range: ClosedRange<Int64>) -> Int64 {
    let wide = Int64.random(in: range, using: &self)
    let narrow = wide >> Int64.random(in: 0...62, using: &self)
    return range.contains(narrow) ? narrow : wide
  }

  mutating func fen() throws -> Fen { try Fen(integer(Fen.range)) }
  mutating func count() throws -> Count { try Count(integer(Count.range)) }
  mutating func seconds() throws -> Seconds { try Seconds(integer(Seconds.range)) }

  mutating func day() throws -> Day {
    try Day(number: integer(Int64(Day.first.number)...Int64(Day.last.number)))
  }

  mutating func instant() throws -> Instant {
    try Instant(microseconds: integer(Instant.first.microseconds...Instant.last.microseconds))
  }
}
