import Foundation
import ShareLedger
import Testing

@Suite struct `A checkpoint is signed only of what continues the one before` {
  @Test func `it has the ledger's size and root, and is kept beside the key and in the ledger`() throws {
    let signed = try SignedLedger()
    let head = try Ledger(path: signed.folder("lab"), access: .reading).treeHead()
    #expect(head.size == 6)
    let opened = try signed.opened("first")
    #expect(opened.head == head && opened.checkpoint.origin.text == SignedLedger.origin)
    #expect(try signed.folder.read("lab.key.checkpoint") == signed.folder.read("first"))
    #expect(try signed.folder.read("lab/checkpoint") == signed.folder.read("first"))
  }

  @Test func `the next one begins with it, and nothing new is the same again`() throws {
    let signed = try SignedLedger()
    try signed.sign("again")
    #expect(try signed.folder.read("again") == signed.folder.read("first"))
    try signed.pay(100)
    try signed.sign("second")
    let (first, second) = (try signed.opened("first").head, try signed.opened("second").head)
    #expect(second.size == 7 && first.size == 6)
    let answer = try Tool.run(
      "prove", signed.folder("lab"), "--consistency", signed.folder("first"), signed.folder("second"))
    #expect(answer.status == 0, "\(answer.error)")
    let request = try WitnessRequest(Array(answer.output.utf8))
    #expect(request.oldSize == 6)
    try request.proof.check(from: first, to: second)
  }

  @Test func `a ledger restored from an older copy is refused`() throws {
    let signed = try SignedLedger()
    #expect(try Tool.run("backup", signed.folder("lab"), signed.folder("copy")).status == 0)
    try signed.pay(100)
    try signed.sign("second")
    let answer = try signed.sign("third", "copy")
    #expect(answer.status == 1 && !signed.folder.exists("third"))
    let (first, second) = (try signed.opened("first").head, try signed.opened("second").head)
    for part in ["has shrunk", "size 7", "size 6", first.root.base64, second.root.base64] {
      #expect(answer.error.contains(part), "\(answer.error)")
    }
  }

  @Test func `a ledger that went on differently is refused, however long it is`() throws {
    let signed = try SignedLedger()
    _ = try Tool.run("backup", signed.folder("lab"), signed.folder("copy"))
    try signed.pay(100)
    try signed.sign("second")
    for amount in [200, 300] { try signed.pay(amount, "copy") }
    let answer = try signed.sign("third", "copy")
    #expect(answer.status == 1 && !signed.folder.exists("third"))
    let other = try Ledger(path: signed.folder("copy"), access: .reading).treeHead(.position(Position(7)))
    for part in ["is a fork", "size 7", other.root.base64, try signed.opened("second").head.root.base64] {
      #expect(answer.error.contains(part), "\(answer.error)")
    }
    // The file in the ledger's directory says the same when the one beside the key is lost.
    try FileManager.default.removeItem(atPath: signed.folder("lab.key.checkpoint"))
    try FileManager.default.copyItem(atPath: signed.folder("second"), toPath: signed.folder("copy/checkpoint"))
    #expect(try signed.sign("third", "copy").status == 1)
  }

  @Test func `the library says so by type`() throws {
    let signed = try SignedLedger()
    _ = try Tool.run("backup", signed.folder("lab"), signed.folder("copy"))
    try signed.pay(100)
    try signed.sign("second")
    let ledger = try Ledger(path: signed.folder("copy"), access: .reading)
    let error = #expect(throws: SigningError.self) { _ = try CheckpointSigner(keyFile: signed.key).sign(ledger) }
    guard case .ledger(.fork(let fork))? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fork.kept == (try signed.opened("second").head))
    #expect(fork.found == (try signed.opened("first").head))
  }

  @Test func `another log's checkpoint in its place is refused, as is a damaged one`() throws {
    let signed = try SignedLedger()
    _ = try Tool.run("key", "generate", signed.folder("other.key"), "--origin", "example.com/other")
    let foreign = try Tool.run("checkpoint", signed.folder("lab"), "--key", signed.folder("other.key"))
    #expect(foreign.status == 1 && foreign.output.isEmpty && foreign.error.contains("wrongOrigin"), "\(foreign)")
    _ = try Tool.run("key", "generate", signed.folder("namesake.key"), "--origin", SignedLedger.origin)
    let namesake = try Tool.run("checkpoint", signed.folder("lab"), "--key", signed.folder("namesake.key"))
    #expect(namesake.status == 1 && namesake.error.contains("noKnownSignature"), "\(namesake)")
    _ = try signed.folder.file("lab.key.checkpoint", lines: ["not a checkpoint"])
    let damaged = try signed.sign("third")
    #expect(damaged.status == 1 && damaged.error.contains("malformedNote"), "\(damaged)")
  }

  @Test func `it is not handed out before it is kept`() throws {
    let signed = try SignedLedger()
    let kept = signed.folder("lab.key.checkpoint")
    try FileManager.default.removeItem(atPath: kept)
    try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: false)
    try signed.pay(100)
    let answer = try Tool.run("checkpoint", signed.folder("lab"), "--key", signed.key)
    #expect(answer.status == 3 && answer.output.isEmpty, "\(answer)")
  }

  @Test func `two do not sign at once`() throws {
    let signed = try SignedLedger()
    let signer = try CheckpointSigner(keyFile: signed.key)
    let answer = try signed.sign("second")
    #expect(answer.status == 3 && answer.error.contains("another process signs"), "\(answer)")
    #expect(signer.verifier.name.description == SignedLedger.origin)
  }

  @Test func `an empty ledger has a checkpoint too`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("new"))
    _ = try Tool.run("key", "generate", folder("key"), "--origin", "example.com/new")
    let answer = try Tool.run("checkpoint", folder("new"), "--key", folder("key"))
    #expect(answer.lines.prefix(3) == ["example.com/new", "0", TreeHash.ofEmptyTree.base64])
    _ = try Tool.run(["append", folder("new")], input: Array(Samples.unit().utf8))
    #expect(try Tool.run("checkpoint", folder("new"), "--key", folder("key")).lines[1] == "1")
  }
}
