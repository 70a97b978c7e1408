import Foundation
import ShareLedger
import Testing

@Suite struct `The tool with personal data` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    #expect(try Tool.run("init", folder("lab")).status == 0)
    #expect(try Tool.run("subject", "init", folder("lab.keys")).status == 0)
  }

  private func subject(_ arguments: [String], input: String = "") throws -> Tool.Answer {
    try Tool.run(["subject"] + arguments + ["--keys", folder("lab.keys")], input: Array(input.utf8))
  }

  private func open(_ more: String...) throws -> Tool.Answer {
    try subject(["open", folder("lab"), "s-1", "--actor", "x-A", "--purpose", "complaint C-17"] + more)
  }

  private func destroy(approvedBy: String = "x-A") throws -> Tool.Answer {
    try subject([
      "destroy", folder("lab"), "s-1", "--actor", "x-A", "--request-hash", String(repeating: "0f", count: 32),
      "--requested-by", "x-desk", "--approved-by", approvedBy,
    ])
  }

  @Test func `seals, opens for a purpose, destroys, compacts`() throws {
    let sealed = try subject(["seal", "s-1", "--type", "party.registered"], input: "王小明 5f0c2a91\n")
    #expect(sealed.status == 0 && sealed.output.hasPrefix(#"{"subject":"s-1","suite":"aes256gcm","#))
    let contact = sealed.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let lines = [
      Samples.unit(), Samples.unit("x-desk"),
      Samples.line("party.registered", id: "user", data: #"{"party":"u1","kind":"user","contact":\#(contact)}"#),
    ]
    #expect(try Tool.run(["append", folder("lab")], input: Array(lines.joined(separator: "\n").utf8)).status == 0)
    for command in [["log", "--json"], ["timeline", "subject:s-1"], ["export"]] {
      let answer = try Tool.run([command[0], folder("lab")] + command.dropFirst())
      #expect(answer.status == 0 && answer.output.contains("s-1") && !answer.output.contains("王小明"))
    }
    #expect(try open().output.contains("王小明 5f0c2a91"))
    #expect(try open("--json").output.contains(#""text":"王小明 5f0c2a91""#))
    #expect(try open("--csv").lines.last?.contains("王小明 5f0c2a91") == true)
    let log = try Tool.run("log", folder("lab"), "--type", "access.logged", "--json")
    #expect(log.lines.count == 3 && log.output.contains("complaint C-17"))

    #expect(try destroy(approvedBy: "x-desk").status == 1)
    let destroyed = try destroy()
    #expect(destroyed.status == 0 && destroyed.output.contains("position 7"), "\(destroyed.error)")
    let closed = try open()
    #expect(closed.status == 1 && closed.error.contains("was destroyed, as recorded at position 7"))
    #expect(closed.output.isEmpty)
    #expect(try subject(["list"]).output.contains("destroyed"))
    #expect(try subject(["list", "--json"]).output == #"[{"subject":"s-1","key":"destroyed"}]"# + "\n")
    #expect(try Tool.run("compact", folder("lab")).status == 0)
    #expect(try Tool.run("compact", folder("lab"), "--json").output.contains(#""oldFileOverwritten":true"#))
    #expect(try Tool.run("verify", folder("lab")).status == 0)
    #expect(try subject(["finish", folder("lab")]).output.contains("0 keys had returned"))
    try FileManager.default.copyItem(atPath: folder("lab.keys"), toPath: folder("old.keys"))
    #expect(try subject(["restore", folder("lab"), folder("old.keys")]).output.contains("keys of 0 subjects"))
  }

  @Test func `never says what it was given to seal`() throws {
    for input in ["", "王小明\n5f0c\n", "王小明\u{7}\n"] {
      let answer = try subject(["seal", "s-1", "--type", "party.registered"], input: input)
      #expect(answer.status == 2 && !answer.error.contains("王小明") && answer.output.isEmpty)
    }
    let line = Samples.line(
      "party.registered", id: "user", data: #"{"party":"u1","kind":"user","contact":"王小明 5f0c2a91"}"#)
    let answer = try Tool.run(["append", folder("lab")], input: Array(line.utf8))
    #expect(answer.status == 1 && answer.error.contains("data.contact is text in clear"))
    #expect(!answer.error.contains("王小明"))
  }

  @Test func `does not compact what another process has open`() throws {
    let ledger = try Ledger(path: folder("lab"), access: .reading)
    let answer = try Tool.run("compact", folder("lab"))
    #expect(answer.status == 3 && answer.error.contains("another process has the ledger open"))
    try ledger.close()
    #expect(try Tool.run("compact", folder("lab")).status == 0)
  }
}
