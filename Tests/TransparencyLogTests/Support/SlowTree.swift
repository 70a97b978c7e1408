import Crypto
import TransparencyLog

/// RFC 6962 §2.1 as it is written, recursion for recursion, over nothing but arrays; a hash here is an array of bytes.
struct SlowTree {
  /// The log entries.
  var entries: [[UInt8]]

  private func hash(_ bytes: [UInt8]) -> [UInt8] { [UInt8](SHA256.hash(data: bytes)) }

  /// MTH(D[range]).
  func root(_ range: Range<Int>) -> [UInt8] {
    if range.isEmpty { return hash([]) }
    if range.count == 1 { return hash([0] + entries[range.lowerBound]) }
    let (left, right) = parts(range)
    return hash([1] + root(left) + root(right))
  }

  /// PATH(m, D[range]).
  func path(_ index: Int, _ range: Range<Int>) -> [[UInt8]] {
    if range.count == 1 { return [] }
    let (left, right) = parts(range)
    return left.contains(index) ? path(index, left) + [root(right)] : path(index, right) + [root(left)]
  }

  /// SUBPROOF(m, D[range], b), with m counted from the start of the log.
  func subproof(_ size: Int, _ range: Range<Int>, _ isWhole: Bool = true) -> [[UInt8]] {
    if size == range.upperBound { return isWhole ? [] : [root(range)] }
    let (left, right) = parts(range)
    return size <= left.upperBound
      ? subproof(size, left, isWhole) + [root(right)] : subproof(size, right, false) + [root(left)]
  }

  private func parts(_ range: Range<Int>) -> (Range<Int>, Range<Int>) {
    var count = 1
    while count * 2 < range.count { count *= 2 }
    let middle = range.lowerBound + count
    return (range.lowerBound..<middle, middle..<range.upperBound)
  }
}
