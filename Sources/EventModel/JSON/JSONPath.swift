/// Finds the path of a place in JSON, such as `data.funding[1].amount`, by reading again what came before it.
///
/// So reading well-formed input pays nothing for good error messages.
enum JSONPath {
  private enum Level {
    case object(key: Range<Int>?)
    case array(index: Int)
  }

  /// The path at the offset, before which the bytes are known to be well formed.
  static func path(_ bytes: Span<UInt8>, at offset: Int) -> String {
    var path = ""
    for level in levels(bytes, at: offset) {
      switch level {
      case .array(let index): path += "[\(index)]"
      case .object(nil): break
      case .object(let key?):
        let name = name(JSONEscape.resolved(bytes, from: key.lowerBound, to: key.upperBound))
        path += path.isEmpty ? name : ".\(name)"
      }
    }
    return path
  }

  private static func levels(_ bytes: Span<UInt8>, at offset: Int) -> [Level] {
    var levels: [Level] = []
    var string = 0..<0
    var index = 0
    while index < offset {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        string = index + 1..<stringEnd(bytes, from: index + 1)
        index = string.upperBound
      case UInt8(ascii: ":"): replaceLast(&levels, with: .object(key: string))
      case UInt8(ascii: ","):
        if case .array(let index)? = levels.last {
          replaceLast(&levels, with: .array(index: index + 1))
        } else {
          replaceLast(&levels, with: .object(key: nil))
        }
      case UInt8(ascii: "{"): levels.append(.object(key: nil))
      case UInt8(ascii: "["): levels.append(.array(index: 0))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = levels.popLast()
      default: break
      }
      index += 1
    }
    return levels
  }

  private static func replaceLast(_ levels: inout [Level], with level: Level) {
    _ = levels.popLast()
    levels.append(level)
  }

  /// Where the string's closing quote is.
  private static func stringEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.count)
  }

  /// The key as it may be shown: in quotes unless it is a plain word.
  private static func name(_ key: String) -> String {
    let isWord = key.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 &- 0x30 <= 9 }
    return isWord && !key.isEmpty && key.utf8.count < Excerpt.scalarCountMax ? key : Excerpt.quoted(key)
  }
}
