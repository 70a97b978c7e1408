/// The demonstration's own source of randomness (SplitMix64): the same seed gives the same numbers on every machine.
struct DemoRandom: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }

  /// A number from `low` to `high`, both included.
  mutating func from(_ low: Int64, to high: Int64) -> Int64 { low + Int64(below(Int(high - low) + 1)) }

  /// True so many times in a thousand.
  mutating func chance(_ perMille: Int) -> Bool { below(1_000) < perMille }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A place in a list of `count`, small ones more often: of what is popular, the first tenth gets a third.
  mutating func popular(_ count: Int) -> Int {
    let draw = below(1 << 20)
    // Swift shifts before it multiplies.
    return (((draw * draw) >> 20) * count) >> 20
  }
}
