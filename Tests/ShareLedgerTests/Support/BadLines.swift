import ShareLedger

/// A line that must be refused, and what the error must say.
struct BadLine: Sendable, CustomStringConvertible {
  let description: String
  let bytes: [UInt8]
  /// The rule that must be named, or `nil` for any.
  let rule: InputRule?
  /// The field that must be named, or `nil` for any.
  let field: String?

  init(_ description: String, _ bytes: [UInt8], _ rule: InputRule? = nil, at field: String? = nil) {
    self.description = description
    self.bytes = bytes
    self.rule = rule
    self.field = field
  }

  init(_ description: String, _ text: String, _ rule: InputRule? = nil, at field: String? = nil) {
    self.init(description, Array(text.utf8), rule, at: field)
  }
}

/// Tables of malformed lines, family by family; each differs from a good line in one place.
enum BadLines {
  static let good =
    #"{"specversion":"1.0","id":"e1","source":"urn:test","type":"resource.acquired","#
    + #""time":"2024-02-01T10:00:00+08:00","actor":"x-A","data":{"resource":"R1","unit":"x-A","kind":"equipment","#
    + #""name":"质谱仪","funding":[{"source":"own","amount":100}],"acceptedOn":"2024-01-31","source":"purchase"}}"#

  static var all: [BadLine] {
    truncated + members + types + unknown + numbers + identifiers + texts + days + instants + encodings + structures
  }

  private static func change(_ old: String, _ new: String) -> String {
    let changed = good.replacing(old, with: new, maxReplacements: 1)
    precondition(changed != good, "the good line has no \(old)")
    return changed
  }

  /// Cut off at every byte.
  private static var truncated: [BadLine] {
    let bytes = Array(good.utf8)
    return (1..<bytes.count).map { BadLine("cut off after \($0) bytes", Array(bytes[..<$0])) }
  }

  private static let context = ["specversion", "id", "source", "type", "time", "actor"]
  private static let values = [
    "specversion": "1.0", "id": "e1", "source": "urn:test", "type": "resource.acquired",
    "time": "2024-02-01T10:00:00+08:00", "actor": "x-A",
  ]
  private static let data = [
    ("resource", #""R1""#), ("unit", #""x-A""#), ("kind", #""equipment""#), ("name", #""质谱仪""#),
    ("funding", #"[{"source":"own","amount":100}]"#), ("acceptedOn", #""2024-01-31""#),
  ]

  private static var members: [BadLine] {
    context.flatMap { name in
      let member = "\"\(name)\":\"\(values[name] ?? "")\","
      return [
        BadLine("without \(name)", change(member, ""), .missingField, at: name),
        BadLine("\(name) twice", change(member, member + member), .duplicateField, at: name),
      ]
    }
      + data.flatMap { name, value in
        [
          BadLine("without data.\(name)", change("\"\(name)\":\(value),", ""), .missingField, at: "data.\(name)"),
          BadLine(
            "data.\(name) twice", change("\"\(name)\":\(value),", "\"\(name)\":\(value),\"\(name)\":\(value),"),
            .duplicateField, at: "data.\(name)"),
        ]
      }
      + [
        BadLine(
          "an escaped name twice", change(#""id":"e1""#, #""id":"e1","\u0069d":"e1""#), .duplicateField, at: "id"),
        BadLine("without amount", change(#","amount":100"#, ""), .missingField, at: "data.funding[0].amount"),
      ]
  }

  private static var types: [BadLine] {
    let wrong = ["null", "true", "7", "[]", "{}"]
    return context.flatMap { name in
      wrong.map {
        BadLine(
          "\(name) is \($0)", change("\"\(name)\":\"\(values[name] ?? "")\"", "\"\(name)\":\($0)"), .wrongType, at: name
        )
      }
    }
      + ["resource", "unit", "kind", "name", "acceptedOn"].flatMap { name in
        let value = data.first { $0.0 == name }?.1 ?? ""
        return wrong.map {
          BadLine(
            "data.\(name) is \($0)", change("\"\(name)\":\(value)", "\"\(name)\":\($0)"), .wrongType, at: "data.\(name)"
          )
        }
      }
      + [
        BadLine("data is a list", change(#""data":{"#, #""data":[{"#), .wrongType, at: "data"),
        BadLine(
          "funding is an object", change(#"[{"source":"own","amount":100}]"#, "{}"), .wrongType, at: "data.funding"),
        BadLine(
          "funding holds a number", change(#"[{"source":"own","amount":100}]"#, "[1]"), .wrongType,
          at: "data.funding[0]"),
      ]
  }

  private static var unknown: [BadLine] {
    ["subject", "Id", "data2", "dataschema", "recordedTime", "é", ""].map {
      BadLine("an attribute \($0)", change(#""id":"e1""#, "\"id\":\"e1\",\"\($0)\":\"x\""), .unknownField)
    }
      + [
        BadLine("a field of data", change(#""unit""#, #""colour":1,"unit""#), .unknownField, at: "data.colour"),
        BadLine(
          "a field of funding", change(#""amount""#, #""currency":"CNY","amount""#), .unknownField,
          at: "data.funding[0].currency"),
        BadLine("a type", change("resource.acquired", "resource.acquire"), .unknownType, at: "type"),
        BadLine("a type in capitals", change("resource.acquired", "RESOURCE.ACQUIRED"), .unknownType, at: "type"),
        BadLine("a kind", change("equipment", "Equipment"), nil, at: "data.kind"),
        BadLine("a funding source", change(#""own""#, #""mine""#), nil, at: "data.funding[0].source"),
        BadLine("a version", change(#""1.0""#, #""1.1""#), .illegalValue, at: "specversion"),
        BadLine(
          "a version of the data", change(#""id""#, #""dataversion":"2","id""#), .illegalValue, at: "dataversion"),
        BadLine(
          "a content type", change(#""id""#, #""datacontenttype":"text/xml","id""#), .illegalValue,
          at: "datacontenttype"),
      ]
  }

  private static var numbers: [BadLine] {
    [
      "1.5", "1.0", "1e3", "1E3", "-0", "01", "+1", ".5", "1.", "NaN", "Infinity", "-Infinity", "0x10", "1_000", "１００",
      "٣", "9007199254740992", "-9007199254740992", "9223372036854775808", "-9223372036854775809", "1e400",
      String(repeating: "9", count: 400), "\"100\"", "true", "null", "--1", "1-", "1 0",
    ].map { BadLine("amount \($0.prefix(30))", change(":100", ":" + $0)) }
  }

  private static var identifiers: [BadLine] {
    [
      "", " ", "R 1", " R1", "R1 ", "R\\t1", "R\\n1", "R\\u0000", "R\\u001b[2J", "R\\u007f", "器材1", "Ｒ1", "R\\u00a01",
      "R\\u200b1", "R\\u202e1", "R\\ufeff", "é", "\\u0430", "🧪", String(repeating: "R", count: 65),
      String(repeating: "R", count: 5_000),
    ].flatMap {
      [
        BadLine("resource \($0.prefix(30))", change(#""R1""#, "\"\($0)\""), nil, at: "data.resource"),
        BadLine("id \($0.prefix(30))", change(#""e1""#, "\"\($0)\""), nil, at: "id"),
      ]
    }
  }

  private static var texts: [BadLine] {
    [
      "", "a\\u0000b", "a\\u0007b", "a\\nb", "a\\tb", "a\\u001bb", "a\\u0085b", "a\\u200eb", "a\\u202eb", "a\\u2066b",
      "a\\u200bb", "a\\u2060b", "a\\ufeffb", "a\\ufffeb", "a\\ufdd0b", "\\ud83f\\udfff", "\\ud800", "\\udc00",
      "\\ud800x",
      "\\udc00\\ud800", "\\x", "\\u12", "\\u00g0", "\\", String(repeating: "仪", count: 4_097),
    ].map { BadLine("name \($0.prefix(30))", change(#""质谱仪""#, "\"\($0)\"")) }
      + [
        BadLine("a line feed inside a name", change("质谱仪", "质\t谱仪"), .notJSON),
        BadLine("a name of 70,000 bytes", change("质谱仪", String(repeating: "a", count: 70_000)), .tooLong),
      ]
  }

  private static var days: [BadLine] {
    [
      "2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32",
      "2024-1-31", "24-01-31", "20240131", "2024/01/31", "31-01-2024", "1899-12-31", "2200-01-01", "0000-01-01",
      "10000-01-01", "-2024-01-01", "2024-01-31T00:00:00Z", " 2024-01-31", "2024-01-31 ", "２０２４-01-31", "", "today",
    ].map { BadLine("day \($0)", change("2024-01-31", $0), .illegalValue, at: "data.acceptedOn") }
  }

  private static var instants: [BadLine] {
    [
      "2024-02-01T24:00:00+08:00", "2024-02-01T23:60:00+08:00", "2024-02-01T23:59:60+08:00", "2024-02-01T10:00:00",
      "2024-02-01 10:00:00+08:00", "2024-02-01t10:00:00z", "2024-02-01T10:00:00z", "2024-02-01T10:00Z",
      "2024-02-01T10:00:00+0800", "2024-02-01T10:00:00+8", "2024-02-01T10:00:00+14:01", "2024-02-01T10:00:00+23:59",
      "2024-02-01T10:00:00-00:00", "2024-02-01T10:00:00.Z", "2024-02-01T10:00:00.1234567Z", "2024-02-30T10:00:00Z",
      "1899-06-01T00:00:00Z", "2200-06-01T00:00:00Z", "2024-02-01", "1706752800", "2024-W05-4T10:00:00Z", "",
      "2024-02-01T10:00:00Z ", "2024-02-01T1:00:00Z", "2024-02-01T10:00:00+08:0", "now",
    ].map { BadLine("time \($0)", change("2024-02-01T10:00:00+08:00", $0), .illegalValue, at: "time") }
  }

  private static var encodings: [BadLine] {
    let parts = good.split(separator: "质谱仪").map { Array($0.utf8) }
    let names: [[UInt8]] = [
      [0xFF], [0xFE], [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE4, 0xB8], [0xE4],
      [0xF0, 0x9F, 0xA7], [0xBF, 0x41],
    ]
    return names.map { BadLine("name of bytes \($0)", parts[0] + $0 + parts[1], .notUTF8) } + [
      BadLine("a byte order mark", [0xEF, 0xBB, 0xBF] + Array(good.utf8), .notJSON),
      BadLine("UTF-16", good.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }.filter { $0 != 0x0A }),
      BadLine("zeros", [UInt8](repeating: 0, count: 300), .notJSON),
    ]
  }

  private static var structures: [BadLine] {
    let nest = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    return [
      ("a word", "event"), ("an empty object", "{}"), ("null", "null"), ("a list", "[" + good + "]"), ("a blank", " "),
      ("two events", good + good), ("a comma after", good + ","), ("a word after", good + " x"),
      ("a comment", good + "//"),
      ("a comment inside", change(",\"id\"", ",/* */\"id\"")), ("a trailing comma", change(#"100}"#, "100,}")),
      ("a trailing comma in a list", change("}]", "},]")), ("two commas", change(",\"id\"", ",,\"id\"")),
      ("no comma", change(",\"id\"", "\"id\"")), ("no colon", change("\"id\":", "\"id\"")),
      ("single quotes", good.replacing("\"", with: "'")), ("a bare name", change("\"id\"", "id")),
      ("a closing bracket", change("}]", "}")), ("the wrong bracket", change("}]", "}}")),
      ("nested 33 deep", change("[{\"source\":\"own\",\"amount\":100}]", nest(33))),
      ("nested 10,000 deep", nest(10_000)), ("10,000 deep inside data", change(":100", ":" + nest(10_000))),
      ("10,000 deep before the type", change("{\"spec", "{\"data\":" + nest(10_000) + ",\"spec")),
      ("objects 10,000 deep", String(repeating: "{\"data\":", count: 10_000)),
      ("10,000 closing brackets", String(repeating: "]", count: 10_000)),
      ("a line of 1 MiB and a byte", String(repeating: " ", count: 1 << 20) + good),
    ].map { BadLine($0.0, $0.1) }
  }
}
