import Foundation
import ShareLedger
import Testing

@Suite struct `verify, on the command line` {
  private let signed: SignedLedger
  private let vkey: String

  init() throws {
    signed = try SignedLedger()
    vkey = try signed.folder.file("lab.vkey", Array("\(signed.policy.logKeys[0])\n".utf8))
  }

  private func verify(_ arguments: String...) throws -> Tool.Answer {
    try Tool.run(["verify", signed.folder("lab")] + arguments)
  }

  @Test func `compares kept checkpoints, and begins behind a trusted one`() throws {
    try signed.pay(100)
    try signed.pay(200)
    var answer = try verify("--checkpoint", signed.folder("first"), "--vkey", vkey)
    #expect(answer.status == 0 && answer.output.contains("read 8 events"), "\(answer)")
    #expect(answer.output.contains("2 checkpoints: intact"), "\(answer)")
    answer = try verify("--from", signed.folder("first"), "--vkey", vkey)
    #expect(answer.status == 0 && answer.output.contains("read 2 events"), "\(answer)")
    #expect(try verify("--from", signed.folder("first")).status == 2)
  }

  @Test func `names the size and both roots of a checkpoint of another history, and a signature of another key`() throws
  {
    let first = try signed.opened("first").head
    let other = try SigningKey(name: NoteName(SignedLedger.origin), seed: [UInt8](repeating: 9, count: 32))
    let head = TreeHead(size: first.size, root: .ofEmptyTree)
    let note = try Checkpoint(origin: TextLine(SignedLedger.origin), head: head).signed(by: other)
    let forged = try signed.folder.file("forged", note.bytes)
    let answer = try verify("--checkpoint", forged, "--vkey", vkey)
    #expect(answer.status == 3, "\(answer)")
    #expect(answer.output.contains("size 6 has root \(head.root)"), "\(answer)")
    #expect(answer.output.contains("the records give root \(first.root)"), "\(answer)")
    #expect(answer.output.contains("noKnownSignature"), "\(answer)")
    #expect(try verify("--from", forged, "--vkey", vkey).status == 1)
  }

  @Test func `walks the pages before anything is mapped`() throws {
    let path = signed.folder("lab/data.mdb")
    let intact = try signed.folder.read("lab/data.mdb")
    // Every page but the two first says its number in its first eight bytes.
    var found = 0
    for page in 2..<intact.count / 4_096 {
      var damaged = intact
      damaged[page * 4_096 + 1] ^= 0x40
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      let answer = try verify()
      if answer.status == 3 { found += 1 }
      #expect([0, 3].contains(answer.status), "page \(page): \(answer)")
      if answer.error.contains("check pages") { #expect(answer.error.contains("page \(page)"), "\(answer)") }
    }
    #expect(found > 3)
    try Data(intact).write(to: URL(fileURLWithPath: path))
    #expect(try verify().status == 0)
  }
}
