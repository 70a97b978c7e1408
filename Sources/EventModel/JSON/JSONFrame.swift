/// An object or array the reader stands in: which entry it is at, as places in the input.
struct JSONFrame {
  /// Where the current key begins and ends, between its quotes; the end is 0 while there is none.
  var keyStart: UInt32 = 0
  var keyEnd: UInt32 = 0
  /// How many entries have begun.
  var count: Int32 = 0
  let isArray: Bool
}
