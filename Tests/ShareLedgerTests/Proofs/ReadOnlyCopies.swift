import Foundation
import ShareLedger
import Testing

@Suite struct `A copy that nobody may write to` {
  private let signed: SignedLedger
  private let copy: String

  init() throws {
    signed = try SignedLedger()
    copy = signed.folder("copy")
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
    for name in ["data.mdb", "ledger.json"] {
      try FileManager.default.copyItem(atPath: signed.folder("lab/\(name)"), toPath: "\(copy)/\(name)")
    }
    try setWritable(false)
  }

  private func setWritable(_ isWritable: Bool) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: copy) {
      try FileManager.default.setAttributes(
        [.posixPermissions: isWritable ? 0o600 : 0o400], ofItemAtPath: "\(copy)/\(name)")
    }
    try FileManager.default.setAttributes([.posixPermissions: isWritable ? 0o700 : 0o500], ofItemAtPath: copy)
  }

  @Test(arguments: [
    ["log"], ["verify"], ["stats"], ["balance"], ["catalogue"], ["timeline", "resource:R1"], ["export"],
    ["report", "fee-book"], ["recovery", "x-A", "--from", "2024-01-01"], ["export", "--format", "records"],
  ])
  func `answers everything, and nothing is written beside it`(_ arguments: [String]) throws {
    defer { try? setWritable(true) }
    let answer = try Tool.run([arguments[0], copy] + arguments.dropFirst())
    #expect(answer.status == 0, "\(answer)")
    let names = try FileManager.default.contentsOfDirectory(atPath: copy).sorted()
    #expect(names == ["data.mdb", "ledger.json"])
  }

  @Test func `proves and is certified under a checkpoint from elsewhere`() throws {
    defer { try? setWritable(true) }
    let under = ["--checkpoint", signed.folder("first")]
    #expect(try Tool.run(["prove", copy, "2"] + under).status == 0)
    let ask = try Tool.run(
      "balance", copy, "--known", signed.folder("first"), "--certificate", signed.folder("certificate"))
    #expect(ask.status == 0, "\(ask)")
    #expect(try Tool.run("certify", copy, "--check", signed.folder("certificate")).status == 0)
  }

  @Test func `is not read while someone writes to it, since it cannot be read safely then`() throws {
    try setWritable(true)
    let writer = try Ledger(path: copy, access: .writing)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: copy)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: "\(copy)/lock.mdb")
    let answer = try Tool.run("log", copy)
    #expect(answer.status == 3 && answer.error.contains("read a backup instead"), "\(answer)")
    try writer.close()
    #expect(try Tool.run("log", copy).status == 0)
    try setWritable(true)
  }

  @Test func `keeps writers out while it is read`() throws {
    let reader = try Ledger(path: copy, access: .reading)
    try setWritable(true)
    let line = Array(Samples.resource("R2").utf8)
    let refused = try Tool.run(["append", copy], input: line)
    #expect(refused.status == 3 && refused.error.contains("keeps writers out"), "\(refused)")
    #expect(try reader.head() == Position(6))
    try reader.close()
    #expect(try Tool.run(["append", copy], input: line).status == 0)
  }
}
