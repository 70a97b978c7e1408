import EventModel
import Testing

@Suite struct JSONMalformedTests {
  @Test(
    arguments: [syntax, structure, numbers, strings, encoding, duplicates]
      .flatMap { $0.split(separator: "\n") })
  func `a malformed document is refused by its rule at its place`(line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    let bytes = tableBytes(parts[2])
    do throws(InputError) {
      let tree = try JSONTree.read(bytes, line: 7)
      Issue.record("accepted as \(tree.canonical)")
    } catch {
      #expect("\(error.rule)" == parts[0], "\(error)")
      #expect(error.field == (parts[1] == "-" ? "" : parts[1]), "\(error)")
      #expect(error.description.hasPrefix("line 7: "))
      #expect(error.value.unicodeScalars.count <= 80)
      #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
    }
  }

  @Test func `the tables have more than 250 documents`() {
    let tables = [Self.syntax, Self.structure, Self.numbers, Self.strings, Self.encoding, Self.duplicates]
    #expect(tables.map { $0.split(separator: "\n").count }.reduce(0, +) > 250)
  }

  @Test func `a document cut anywhere is refused`() {
    let document = #"{"a":[1,-20,"é\n\ud83d\ude00",true,false,null,{}],"bc":{"d":[[]],"e":9007199254740991}}"#
    let bytes = Array(document.utf8)
    for count in 0..<bytes.count {
      do throws(InputError) {
        _ = try JSONTree.read(Array(bytes[..<count]))
        Issue.record("accepted after \(count) bytes")
      } catch {
        #expect(error.rule == .notJSON || error.rule == .loneSurrogate || error.rule == .notUTF8)
      }
    }
  }

  @Test(arguments: [33, 34, 512, 100_000])
  func `more than 32 levels are refused without recursion`(depth: Int) {
    for (open, closed) in [("[", true), ("[", false), ("{\"a\":", true), ("{\"a\":", false), ("[{\"a\":", false)] {
      let close = open == "[" ? "]" : "}"
      let text = String(repeating: open, count: depth) + (closed ? String(repeating: close, count: depth) : "")
      #expect(rule(of: Array(text.utf8)) == .tooDeep)
      var reader = JSONReader(text.utf8Span.span.bytes)
      do throws(InputError) {
        try reader.skip()
        Issue.record("skipped \(depth) levels")
      } catch {
        #expect(error.rule == .tooDeep)
      }
    }
  }

  @Test func `a longer string, key or line is refused`() {
    let text = String(repeating: "a", count: 65_537)
    #expect(rule(of: Array("\"\(text)\"".utf8)) == .tooLong)
    #expect(rule(of: Array("{\"\(text)\":1}".utf8)) == .tooLong)
    #expect(rule(of: Array(repeating: UInt8(ascii: " "), count: 1_048_577)) == .tooLong)
    #expect(rule(of: Array(repeating: UInt8(ascii: "["), count: 100 << 20)) == .tooLong)
    #expect(rule(of: [UInt8(ascii: "\"")] + Array(repeating: UInt8(ascii: "a"), count: 64 << 20)) == .tooLong)
  }

  @Test func `a number of 400 digits is refused`() {
    #expect(rule(of: Array(repeating: UInt8(ascii: "9"), count: 400)) == .notInteger)
    #expect(rule(of: Array("-\(String(repeating: "1", count: 400))".utf8)) == .notInteger)
    #expect(rule(of: Array("1\(String(repeating: "0", count: 400))".utf8)) == .notInteger)
  }

  private func rule(of bytes: [UInt8]) -> InputRule? {
    do throws(InputError) {
      _ = try JSONTree.read(bytes)
      return nil
    } catch {
      return error.rule
    }
  }
}
