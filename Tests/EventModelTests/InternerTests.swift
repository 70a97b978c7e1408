import EventModel
import TestSupport
import Testing

@Suite struct `An interner` {
  private func intern(_ text: String, _ interner: inout Interner) -> UInt32 {
    let bytes = Array(text.utf8)
    return interner.intern(bytes.span.bytes)
  }

  @Test(arguments: 1...6)
  func `numbers keys in the order they are met, like a dictionary, whatever the seed`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var (interner, other) = (Interner(seed: seed), Interner(seed: random.next()))
    var numbers: [String: UInt32] = [:]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...40, using: &random)
      let text = String(repeating: "x", count: length) + String(Int.random(in: 0..<3_000, using: &random))
      let expected = numbers[text] ?? UInt32(numbers.count)
      numbers[text] = expected
      #expect(intern(text, &interner) == expected && intern(text, &other) == expected, "seed \(seed)")
    }
    #expect(interner.count == numbers.count)
    for (text, number) in numbers {
      let bytes = Array(text.utf8)
      #expect(interner.number(of: bytes.span.bytes) == number)
      #expect(interner.withKey(number) { Array(0..<$0.byteCount).map { _ in 0 }.count } == bytes.count)
      #expect(interner.identifier(number)?.text == (bytes.isEmpty ? nil : text))
    }
    let missing = Array("missing".utf8)
    #expect(interner.number(of: missing.span.bytes) == nil)
  }

  @Test func `keys whose bytes differ in the last place only, or in length only, are different`() {
    var interner = Interner(seed: 0)
    let texts = ["a", "b", "ab", "a1234567", "a1234568", "a12345678", "a12345679", "a\0", "a\0\0"]
    #expect(texts.map { intern($0, &interner) } == (0..<UInt32(texts.count)).map { $0 })
    #expect(texts.map { intern($0, &interner) } == (0..<UInt32(texts.count)).map { $0 })
  }

  @Test func `joining tells what the other's numbers have become`() {
    var (left, right) = (Interner(seed: 1), Interner(seed: 2))
    for text in ["a", "b", "c"] { _ = intern(text, &left) }
    for text in ["d", "b", "e", "a"] { _ = intern(text, &right) }
    #expect(left.merge(right) == [3, 1, 4, 0])
    #expect(left.count == 5)
  }
}
