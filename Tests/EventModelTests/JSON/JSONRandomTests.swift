import EventModel
import TestSupport
import Testing

@Suite struct JSONRandomTests {
  @Test func `what is written is read back the same, whatever the strings hold`() throws {
    let seed: UInt64 = 1992
    var random = SeededRandom(seed: seed)
    for round in 0..<3_000 {
      let tree = Self.tree(depth: Int.random(in: 0...4, using: &random), &random)
      let text = tree.canonical
      let again = try JSONTree.read(Array(text.utf8)).canonical
      if Array(again.utf8) != Array(text.utf8) { Issue.record("seed \(seed), round \(round): \(text)") }
    }
  }

  @Test func `blanks and escapes change nothing`() throws {
    let seed: UInt64 = 8259
    var random = SeededRandom(seed: seed)
    for round in 0..<2_000 {
      let tree = Self.tree(depth: 3, &random)
      let spelled = Self.spelled(tree, &random)
      let text = try JSONTree.read(Array(spelled.utf8)).canonical
      if Array(text.utf8) != Array(tree.canonical.utf8) { Issue.record("seed \(seed), round \(round): \(spelled)") }
    }
  }

  @Test func `a changed byte is refused or read, and never harms`() {
    let seed: UInt64 = 7493
    var random = SeededRandom(seed: seed)
    let document = Array(#"{"a":[1,-20,"é\n\ud83d\ude00",true,null,{"b":"核磁"}],"c":{"d":9007199254740991}}"#.utf8)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = document
      for _ in 0...Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(InputError) {
        let tree = try JSONTree.read(bytes)
        // What is accepted has one meaning.
        let text = tree.canonical
        #expect(try JSONTree.read(Array(text.utf8)).canonical == text)
      } catch {
        refused += 1
        #expect(error.value.unicodeScalars.count <= 80)
      }
    }
    #expect(refused > 10_000)
  }

  private static func tree(depth: Int, _ random: inout SeededRandom) -> JSONTree {
    switch Int.random(in: 0...(depth > 0 ? 7 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .int(Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...63, using: &random))
    case 3, 4: return .string(string(&random))
    case 5, 6: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in tree(depth: depth - 1, &random) })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).map {
          (
            "\($0)" + string(&random).unicodeScalars.filter(\.isASCII).map(String.init).joined(),
            tree(depth: depth - 1, &random)
          )
        }
      )
    }
  }

  private static func string(_ random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let limits: [UInt32] = [0x20, 0x7F, 0x7F, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF]
      let limit = limits.randomElement(using: &random) ?? 0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The same value with blanks between tokens and escapes at random.
  private static func spelled(_ tree: JSONTree, _ random: inout SeededRandom) -> String {
    func blank() -> String { ["", "", " ", "\n", "\t", "\r\n"].randomElement(using: &random) ?? "" }
    func list(_ items: [String]) -> String {
      items.isEmpty ? blank() : items.joined(separator: "\(blank()),\(blank())")
    }
    switch tree {
    case .array(let items): return "\(blank())[\(list(items.map { spelled($0, &random) }))]\(blank())"
    case .object(let members):
      let texts = members.map { "\(escaped($0.key, &random))\(blank()):\(spelled($0.value, &random))" }
      return "\(blank()){\(blank())\(list(texts))\(blank())}\(blank())"
    case .string(let text): return escaped(text, &random)
    default: return blank() + tree.canonical + blank()
    }
  }

  private static func escaped(_ text: String, _ random: inout SeededRandom) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20, scalar != "\"", scalar != "\\", Bool.random(using: &random) {
        result.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
