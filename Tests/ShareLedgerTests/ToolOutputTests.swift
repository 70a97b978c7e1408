import Foundation
import ShareLedger
import Testing

@testable import ShareLedgerCLI

@Suite struct `The tool's output is safe and aligned` {
  @Test func `Chinese characters take two columns, marks none`() {
    #expect(DisplayWidth.of("abc") == 3)
    #expect(DisplayWidth.of("质谱仪") == 6)
    #expect(DisplayWidth.of("Ａ－１") == 6)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("🧪") == 2)
    var table = Table(["name", "value"])
    table.add([.text("质谱仪"), .number("5")])
    table.add([.text("LCQ"), .number("12")])
    #expect(table.lines(style: Style(isColoured: false)) == ["name    value", "质谱仪      5", "LCQ        12"])
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"),
    ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("＝1", "'＝1"), ("＠x", "'＠x"),
    ("=a,b", "\"'=a,b\""), ("", ""), ("a=b", "a=b"),
  ])
  func `no CSV field is a formula or breaks its row`(_ text: String, _ field: String) {
    #expect(CSV.row([.text(text), .number("-5")]) == field + ",-5\r\n")
  }

  @Test func `control and direction characters are made visible`() {
    #expect(Visible.text("a\u{1B}[2Jb\u{202E}c\u{9B}d\n") == "a\\u{1B}[2Jb\\u{202E}c\\u{9B}d\\u{A}")
    #expect(Visible.text("质谱仪 e\u{301}") == "质谱仪 e\u{301}")
  }

  @Test func `a path with control characters cannot reach the terminal`() throws {
    let answer = try Tool.run("log", "no\u{1B}[31msuch")
    #expect(answer.status == 3)
    #expect(!answer.error.contains("\u{1B}") && answer.error.contains("no\\u{1B}[31msuch"))
  }

  @Test(arguments: [
    [], ["nonsense"], ["log"], ["log", "x", "--limit", "-1"], ["log", "x", "--limit", "many"],
    ["log", "x", "--type", "resource"],
    ["log", "x", "--tag", "R1"], ["log", "x", "--tag", "thing:R1"], ["log", "x", "--from", "-1"],
    ["log", "x", "--from", "9", "--to", "3"],
    ["log", "x", "--json", "--csv"], ["log", "x", "--follow", "--limit", "3"], ["catalogue", "x", "--at", "yesterday"],
    ["catalogue", "x", "--at", "2024-02-30"], ["catalogue", "x", "--known", "1.5"],
    ["catalogue", "x", "--kind", "thing"],
    ["catalogue", "x", "--sort", "colour"], ["append", "x", "--batch", "0"], ["append", "x", "--rejects", "y"],
    ["import", "x"], ["import", "x", "y", "--replica", "--continue"], ["schema", "no.such"], ["schema", "--example"],
    ["timeline", "x"], ["backup", "x"], ["backup", "x", ""], ["verify", "x", "y"], ["init", ""],
  ])
  func `wrong usage exits with 2`(_ arguments: [String]) throws {
    let answer = try Tool.run(arguments)
    #expect(answer.status == (arguments == [] ? 0 : 2), "\(answer)")
    #expect(arguments == [] ? !answer.output.isEmpty : !answer.error.isEmpty)
  }

  @Test(arguments: [
    "init", "append", "import", "log", "timeline", "catalogue", "export", "schema", "stats", "backup", "rebuild",
    "verify", "balance", "register", "explain", "diff", "close", "voucher", "quote", "recovery", "report", "key",
    "checkpoint", "prove",
  ])
  func `every command's help has an example`(_ command: String) throws {
    let answer = try Tool.run(command, "--help")
    #expect(answer.status == 0)
    #expect(answer.output.contains("EXAMPLE\n  shareledger "))
    #expect(answer.output.contains("\n  shareledger \(command)"))
    #expect(try Tool.run("--help").output.contains("130  interrupted"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `shell completion is made for`(_ shell: String) throws {
    let answer = try Tool.run("--generate-completion-script", shell)
    #expect(answer.status == 0 && answer.output.contains("catalogue"))
  }

  @Test func `a full disk is a fault and a reader that went away is not`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    _ = try Tool.run("append", folder("lab"), Samples.pnnl)
    let script = { (text: String) in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", text, "bash", Tool.path, folder("lab"), folder("err")]
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try script(#""$1" export "$2" > /dev/full 2> "$3""#) == 3)
    #expect(try folder.text("err") == "shareledger: standard output: write: No space left on device\n")
    #expect(try script(#""$1" export "$2" 2> "$3" | true; exit ${PIPESTATUS[0]}"#) == 0)
    #expect(try folder.text("err").isEmpty)
  }

  @Test func `an existing ledger, target or rejects file is never overwritten`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    #expect(try Tool.run("init", folder("lab")).status == 3)
    _ = try folder.file("there", lines: ["mine"])
    #expect(try Tool.run("backup", folder("lab"), folder("there")).status == 3)
    let append = try Tool.run(
      "append", folder("lab"), folder.file("bad", lines: ["x"]), "--continue", "--rejects", folder("there"))
    #expect(append.status == 3 && append.error.contains(folder("there")))
    #expect(try folder.text("there") == "mine\n")
  }

  @Test func `following shows what another process records, until it is interrupted`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let pipe = Pipe()
    let follower = Process()
    follower.executableURL = URL(fileURLWithPath: Tool.path)
    follower.arguments = ["log", folder("lab"), "--follow"]
    follower.standardOutput = pipe
    try follower.run()
    _ = try Tool.run(["append", folder("lab")], input: Array((Samples.unit() + "\n" + Samples.resource("R1")).utf8))
    var shown = ""
    while shown.split(separator: "\n").count < 2 {
      let bytes = pipe.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      shown += String(decoding: bytes, as: UTF8.self)
    }
    follower.interrupt()
    follower.waitUntilExit()
    #expect(shown.contains("party.registered") && shown.contains("resource.acquired"))
    #expect(follower.terminationReason == .exit && follower.terminationStatus == 130)
  }

  @Test func `an interrupted append ends cleanly with nothing half written`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = ["append", folder("lab"), "-"]
    process.standardInput = pipe
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("out", [])))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("err", [])))
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data((Samples.unit() + "\n").utf8))
    // More than a pipe holds: when this returns, the tool is reading.
    try pipe.fileHandleForWriting.write(contentsOf: Data(repeating: 0x0A, count: 1 << 20))
    process.interrupt()
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(try folder.text("err") == "shareledger: interrupted after 0 recorded events\n")
    #expect(try Tool.run("log", folder("lab")).output.isEmpty)
    #expect(try Tool.run("verify", folder("lab")).status == 0)
  }
}
