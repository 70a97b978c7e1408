import EventModel
import Testing

@Suite struct NumberTests {
  static let integerMax: Int64 = 9_007_199_254_740_991

  @Test(arguments: [0, 1, -1, integerMax - 1, integerMax, -integerMax, 480_000_000])
  func `an amount of fen within 53 bits is kept`(amount: Int64) throws {
    #expect(try Fen(amount).amount == amount)
    #expect(try Fen(amount).negated.amount == -amount)
    #expect(try Fen(amount).description == "\(amount)")
  }

  @Test(arguments: [integerMax + 1, -integerMax - 1, .max, .min])
  func `an amount beyond 53 bits is refused`(amount: Int64) {
    #expect(brokenRule { () throws(ValueError) in try Fen(amount) } == "outOfRange")
  }

  @Test func `a sum of fen that leaves the range throws and never wraps`() throws {
    let most = try Fen(Self.integerMax)
    let one = try Fen(1)
    #expect(try most.adding(.zero) == most)
    #expect(try most.adding(most.negated) == .zero)
    #expect(try most.negated.adding(one).amount == -Self.integerMax + 1)
    #expect(throws: ValueError.self) { try most.adding(one) }
    #expect(throws: ValueError.self) { try most.adding(most) }
    #expect(throws: ValueError.self) { try most.negated.adding(one.negated) }
    #expect(throws: ValueError.self) { try most.negated.adding(most.negated) }
  }

  @Test(arguments: [
    (-1, "outOfRange", "outOfRange"), (0, nil, nil), (1, nil, nil), (9_999, nil, nil), (10_000, nil, nil),
    (10_001, nil, "outOfRange"), (integerMax, nil, "outOfRange"), (integerMax + 1, "outOfRange", "outOfRange"),
    (.min, "outOfRange", "outOfRange"), (.max, "outOfRange", "outOfRange"),
  ])
  func `seconds and counts are never negative and a ratio never exceeds the whole`(
    number: Int64, plain: String?, ratio: String?
  ) {
    #expect(brokenRule { () throws(ValueError) in try Seconds(number) } == plain)
    #expect(brokenRule { () throws(ValueError) in try Count(number) } == plain)
    #expect(brokenRule { () throws(ValueError) in try Ratio(number) } == ratio)
  }

  @Test func `the error says which range`() {
    let error = #expect(throws: ValueError.self) { try Ratio(10_001) }
    #expect(error?.description == "10001 is not between 0 and 10000 basis points")
  }
}
