import Foundation
import ShareLedger
import Testing

/// The commands of the article *For auditors*, word for word, on a copy nobody may write to.
@Suite struct `For auditors` {
  @Test func `from a copied file to a verified report`() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("demo", folder("city"), "--events", "1500").status == 0)
    let key = try Tool.run("key", "generate", folder("key"), "--origin", "example.com/city")
    _ = try folder.file("city.vkey", Array(key.output.utf8))
    for name in ["old", "new"] {
      let file = folder("\(name).checkpoint")
      #expect(try Tool.run("checkpoint", folder("city"), "--key", folder("key"), "-o", file).status == 0)
      if name == "old" {
        let line = Samples.line(
          "party.registered", id: "late", data: #"{"party":"u-late","kind":"user","name":"late"}"#)
        #expect(try Tool.run(["append", folder("city")], input: Array(line.utf8)).status == 0)
      }
    }
    #expect(try Tool.run("backup", folder("city"), folder("copy")).status == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder("copy")) {
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder("copy/\(name)"))
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder("copy"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder("copy")) }

    let path = Samples.root + "/Sources/ShareLedger/ShareLedger.docc/ForAuditors.md"
    let article = try String(contentsOfFile: path, encoding: .utf8)
    let blocks = article.components(separatedBy: "```sh\n").dropFirst()
    let script = blocks.compactMap { $0.components(separatedBy: "\n```").first }.joined(separator: "\n")
    let commands = script.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("  ") }
    #expect(commands.count == 10)
    let answer = try Tool.shell(script, in: folder)
    #expect(answer.status == 0, "\(answer)")
    for part in [
      "read 1501 events", "begins with the 1500 records", "the answer is the same", "not proved here", "adds up:",
    ] { #expect(answer.output.contains(part), "\(part): \(answer)") }
    #expect(try folder.text("records").split(separator: "\n").count == 1_501)
  }
}
