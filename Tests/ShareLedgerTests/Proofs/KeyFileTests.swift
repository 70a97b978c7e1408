import Foundation
import ShareLedger
import Testing

@Suite struct `The key that signs` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `is its owner's alone, and its public part is shown`() throws {
    let made = try Tool.run("key", "generate", folder("key"), "--origin", "example.com/lab")
    #expect(made.status == 0 && made.output.hasPrefix("example.com/lab+"), "\(made)")
    let mode = try FileManager.default.attributesOfItem(atPath: folder("key"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try folder.text("key").hasPrefix("PRIVATE+KEY+example.com/lab+"))
    #expect(try Tool.run("key", "show", folder("key")).output == made.output)
    #expect(try VerifierKey(made.lines[0]) == LogKeyFile(folder("key")).key.verifier)
  }

  @Test func `is never overwritten`() throws {
    _ = try Tool.run("key", "generate", folder("key"), "--origin", "a")
    let before = try folder.read("key")
    let again = try Tool.run("key", "generate", folder("key"), "--origin", "b")
    #expect(again.status == 3 && again.output.isEmpty && again.error.contains("File exists"), "\(again)")
    #expect(try folder.read("key") == before)
  }

  @Test func `is refused when others may read it, it is a link, or no key`() throws {
    _ = try Tool.run("key", "generate", folder("key"), "--origin", "a")
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("key"))
    #expect(try Tool.run("key", "show", folder("link")).status == 3)
    #expect(try Tool.run("key", "show", folder("none")).error.contains("there is no key"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder("key"))
    let open = try Tool.run("key", "show", folder("key"))
    #expect(open.status == 3 && open.error.contains("mode 640"), "\(open)")
    _ = try folder.file("text", lines: ["no key"])
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder("text"))
    let text = try Tool.run("key", "show", folder("text"))
    #expect(text.status == 3 && text.error.contains("malformedKey"), "\(text)")
  }

  @Test(arguments: [
    ["key", "generate", "k"], ["key", "generate", "k", "--origin", "a b"], ["key", "generate", "k", "--origin", ""],
    ["key", "generate", "k", "--origin", "a+b"], ["key", "show"], ["key", "rotate", "x", "--key", "k"],
    ["checkpoint", "x"], ["prove", "x"], ["prove", "x", "0"], ["prove", "x", "1", "2"], ["prove", "x", "y"],
    ["prove", "x", "--consistency", "a"], ["prove", "x", "a", "b", "--consistency", "--key", "k"],
    ["prove", "x", "1", "--key", "k", "--checkpoint", "c"], ["export", "x", "--format", "tiles"],
    ["export", "x", "--format", "records", "--type", "party.registered"], ["export", "x", "--key", "k"],
    ["export", "x", "--format", "tiles", "--known", "3", "-o", "t"],
  ])
  func `and its commands refuse wrong usage`(_ arguments: [String]) throws {
    let answer = try Tool.run(arguments)
    #expect(answer.status == 2 && !answer.error.isEmpty && answer.output.isEmpty, "\(answer)")
  }
}

@Suite struct `A key is replaced` {
  private let signed: SignedLedger
  private let new: VerifierKey

  init() throws {
    signed = try SignedLedger()
    let made = try Tool.run("key", "generate", signed.folder("new.key"), "--origin", SignedLedger.origin)
    new = try VerifierKey(made.lines[0])
  }

  private func rotate() throws -> Tool.Answer {
    try Tool.run(
      "key", "rotate", signed.folder("lab"), "--key", signed.key, "--new", signed.folder("new.key"), "--actor", "x-A")
  }

  @Test func `by an event that the old key still signs, from which on only the new one does`() throws {
    let answer = try rotate()
    #expect(answer.status == 0, "\(answer.error)")
    let opened = try signed.policy.open(Array(answer.output.utf8))
    #expect(opened.head.size == 7)
    let both = try TrustPolicy(logKeys: [new]).open(Array(answer.output.utf8))
    #expect(both.head == opened.head && both.note.signatures.count == 2)

    let log = try Tool.run("log", signed.folder("lab"), "--type", "logKey.published", "--json")
    #expect(log.output.contains(new.text) && log.output.contains(new.idText), "\(log)")
    let proof = try Tool.run("prove", signed.folder("lab"), "7", "--record", signed.folder("record"))
    let record = try signed.folder.read("record")
    let shown = try ProofFile(Array(proof.output.utf8)).verify(entry: record.span.bytes, policy: signed.policy)
    #expect(shown.head == opened.head)

    try signed.pay(100)
    let old = try signed.sign("old")
    #expect(old.status == 1 && old.error.contains("took its place"), "\(old)")
    let next = try Tool.run("checkpoint", signed.folder("lab"), "--key", signed.folder("new.key"))
    #expect(next.status == 0, "\(next.error)")
    #expect(try TrustPolicy(logKeys: [new]).open(Array(next.output.utf8)).head.size == 8)
  }

  @Test func `once, however often it is asked for`() throws {
    let first = try rotate()
    let second = try rotate()
    #expect(second.status == 0 && second.output == first.output, "\(second)")
  }

  @Test func `not by one of another name, nor in a ledger that is a fork`() throws {
    _ = try Tool.run("key", "generate", signed.folder("other.key"), "--origin", "example.com/other")
    let other = try Tool.run(
      "key", "rotate", signed.folder("lab"), "--key", signed.key, "--new", signed.folder("other.key"), "--actor", "x-A")
    #expect(other.status == 1 && other.error.contains("example.com/other"), "\(other)")
    _ = try Tool.run("backup", signed.folder("lab"), signed.folder("copy"))
    try signed.pay(100)
    try signed.sign("second")
    let fork = try Tool.run(
      "key", "rotate", signed.folder("copy"), "--key", signed.key, "--new", signed.folder("new.key"), "--actor", "x-A")
    #expect(fork.status == 1 && fork.error.contains("has shrunk"), "\(fork)")
    #expect(try Ledger(path: signed.folder("copy"), access: .reading).head() == Position(6), "nothing was recorded")
  }
}
