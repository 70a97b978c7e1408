import Foundation
import ShareLedger
import Testing

@Suite struct `Bad input is refused with one clear error and nothing written` {
  @Test func `each malformed line alone, by line, field and rule`() throws {
    let folder = try TemporaryFolder()
    try Ledger.create(at: folder("lab"))
    let ledger = try Ledger(path: folder("lab"), access: .writing)
    let bad = BadLines.all
    #expect(bad.count >= 500)
    for line in bad {
      let file = try folder.file("bad", Array((Samples.unit() + "\n").utf8) + line.bytes + [0x0A])
      let error = #expect(throws: ImportError.self, "\(line)") { try Importer(ledger).run(file) }
      guard case .input(let input)? = error?.reason else {
        Issue.record("\(line): \(String(describing: error))")
        continue
      }
      #expect(input.line == 2, "\(line)")
      if let rule = line.rule { #expect(input.rule == rule, "\(line): \(input)") }
      if let field = line.field { #expect(input.field == field, "\(line): \(input)") }
      #expect(input.description.utf8.count < 1_000, "\(line)")
      #expect(!input.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "\(line)")
    }
    #expect(try ledger.head() == .zero)
  }

  @Test func `the good line next to all of them is recorded`() throws {
    let folder = try TemporaryFolder()
    try Ledger.create(at: folder("lab"))
    let ledger = try Ledger(path: folder("lab"), access: .writing)
    #expect(try Importer(ledger).run(folder.file("good", lines: [Samples.unit(), BadLines.good])).recordedCount == 2)
  }

  @Test func `with --continue the good ones are recorded and the others written down in order`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let bad = BadLines.all.filter { !$0.bytes.allSatisfy { $0 == 0x20 } || $0.bytes.count > 1 }
    var bytes = Array((Samples.unit() + "\n").utf8)
    for line in bad { bytes += line.bytes + [0x0A] }
    bytes += Array((Samples.resource("R1") + "\n" + Samples.resource("R2", unit: "x-nobody") + "\n").utf8)
    let answer = try Tool.run(
      "append", folder("lab"), folder.file("mixed", bytes), "--continue", "--rejects", folder("rejects"), "--json")
    #expect(answer.status == 1)
    #expect(answer.output == #"{"recorded":2,"alreadyRecorded":0,"refused":\#(bad.count + 1),"checked":0}"# + "\n")
    let rejects = try folder.text("rejects").split(separator: "\n")
    let numbers = rejects.map { Int($0.drop { !$0.isNumber }.prefix { $0.isNumber }) }
    #expect(numbers == (2..<bad.count + 2).map { $0 } + [bad.count + 3])
    #expect(rejects.last?.contains(#""field":"data.unit","rule":"unknownReference""#) == true)
    #expect(try Tool.run("log", folder("lab")).lines.count == 2)
  }

  @Test(arguments: [
    ("broken JSON", #"{"specversion":"1.0","#, "line 2: "),
    ("a wrong type", BadLines.good.replacing("100", with: "\"100\""), "line 2: data.funding[0].amount: "),
    ("an unknown field", BadLines.good.replacing("\"unit\"", with: "\"colour\":1,\"unit\""), "line 2: data.colour"),
    ("a field twice", BadLines.good.replacing("\"id\"", with: "\"id\":\"e0\",\"id\""), "line 2: id: "),
    ("no number", BadLines.good.replacing("100", with: "NaN"), "line 2: data.funding[0].amount: "),
    (
      "a huge integer", BadLines.good.replacing("100", with: "99999999999999999999"), "line 2: data.funding[0].amount: "
    ),
    ("a blank in an id", BadLines.good.replacing("R1", with: "R 1"), "line 2: data.resource: "),
    ("an impossible day", BadLines.good.replacing("2024-01-31", with: "2024-02-30"), "line 2: data.acceptedOn: "),
    ("deep nesting", String(repeating: "[", count: 10_000), "line 2: "),
    (
      "an end before the start",
      Samples.line(
        "lease.recorded", id: "l",
        data: #"{"lease":"L1","lessor":"x-A","lessee":"x-A","resources":[],"from":"2024-02-01","to":"2024-01-01"}"#),
      "line 2: data."
    ),
  ])
  func `the tool names line and field, writes nothing and exits with 1`(
    _ name: String, _ line: String, _ message: String
  ) throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    for arguments in [
      ["append", folder("lab"), try folder.file("bad", lines: [Samples.unit(), line])], ["append", folder("lab")],
    ] {
      let answer = try Tool.run(arguments, input: Array((Samples.unit() + "\n" + line).utf8))
      #expect(answer.status == 1)
      #expect(answer.error.hasPrefix("shareledger: " + message), "\(answer.error)")
      #expect(answer.error.split(separator: "\n").count == 1)
      #expect(answer.output.isEmpty)
      #expect(try Tool.run("log", folder("lab")).output.isEmpty)
    }
  }

  @Test func `a line of 100 MB is refused without being held`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let path = try folder.file("huge", Array((Samples.unit() + "\n").utf8))
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.truncate(atOffset: 100_000_000)
    try file.close()
    let answer = try Tool.run(["append", folder("lab"), path], dataKilobytesMax: 60_000)
    #expect(answer.status == 1)
    #expect(answer.error == "shareledger: line 2: is longer than 1048576 bytes\n")
  }

  @Test func `a dry run checks every line and writes nothing`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let answer = try Tool.run("append", folder("lab"), Samples.pnnl, "--dry-run")
    #expect(answer.status == 0)
    #expect(answer.output == "checked 791 events, refused 0; nothing was written\n")
    #expect(try Tool.run("log", folder("lab")).output.isEmpty)
  }

  @Test func `a refused event leaves its whole batch out and the batches before it in`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let lines = [
      Samples.unit(), Samples.resource("R1"), Samples.resource("R2"), Samples.resource("R3", unit: "x-none"),
    ]
    let answer = try Tool.run("append", folder("lab"), folder.file("in", lines: lines), "--batch", "2")
    #expect(answer.status == 1)
    #expect(answer.error.hasPrefix("shareledger: line 4: data.unit: "), "\(answer.error)")
    #expect(answer.error.hasSuffix("(2 events of earlier batches were recorded)\n"))
    #expect(try Tool.run("log", folder("lab")).lines.count == 2)
  }
}
