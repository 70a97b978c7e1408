import Foundation
import ShareLedger
import Testing

@Suite struct `What the ledger proves, others check without it` {
  private let signed: SignedLedger
  private let policy: TrustPolicy

  init() throws {
    signed = try SignedLedger()
    policy = signed.policy
  }

  @Test(arguments: 1...6) func `every event`(_ position: Int) throws {
    let answer = try Tool.run(
      "prove", signed.folder("lab"), "\(position)", "--output", signed.folder("proof"), "--record",
      signed.folder("record"))
    #expect(answer.status == 0 && answer.output.isEmpty, "\(answer)")
    let (proof, record) = (try ProofFile(signed.folder.read("proof")), try signed.folder.read("record"))
    #expect(try proof.verify(entry: record.span.bytes, policy: policy).head == signed.opened("first").head)
    #expect(proof.proof.index == UInt64(position - 1))
    let event = try EventRecord.decode(record.span.bytes, position: Position(UInt64(position)))
    let recorded = try Ledger(path: signed.folder("lab"), access: .reading).view(at: .last).events()
    #expect(recorded[position - 1] == event)
  }

  @Test func `and a changed record, proof or checkpoint does not pass`() throws {
    _ = try Tool.run(
      "prove", signed.folder("lab"), "4", "--output", signed.folder("proof"), "--record", signed.folder("record"))
    let (file, record) = (try signed.folder.read("proof"), try signed.folder.read("record"))
    for place in record.indices {
      var changed = record
      changed[place] ^= 1
      #expect(throws: TransparencyError.self) {
        try ProofFile(file).verify(entry: changed.span.bytes, policy: policy)
      }
    }
    // Not the names of signers nobody knows: every byte up to the last line counts.
    let counting = file.count - 1
    for place in 0..<counting {
      var changed = file
      changed[place] ^= 1
      #expect(throws: TransparencyError.self, "byte \(place)") {
        try ProofFile(changed).verify(entry: record.span.bytes, policy: policy)
      }
    }
  }

  @Test func `what is not in the tree is not proved`() throws {
    try signed.pay(100)
    let beyond = try Tool.run("prove", signed.folder("lab"), "7")
    #expect(beyond.status == 2 && beyond.output.isEmpty, "\(beyond)")
    #expect(try Tool.run("prove", signed.folder("lab"), "7", "--key", signed.key).status == 0)
    let backwards = try Tool.run(
      "prove", signed.folder("lab"), "--consistency", signed.folder("lab/checkpoint"), signed.folder("first"))
    #expect(backwards.status == 1 && backwards.error.contains("sizesOutOfOrder"), "\(backwards)")
    let none = try Tool.run("prove", signed.folder("lab"), "1", "--checkpoint", signed.folder("none"))
    #expect(none.status == 3 && none.error.contains("No such file"), "\(none)")
  }

  @Test func `a checkpoint says what was known`() throws {
    try signed.pay(100)
    let ask = { (known: String) in
      try Tool.run("balance", signed.folder("lab"), "cash", "--known", known, "--json").output
    }
    #expect(try ask(signed.folder("first")) == ask("6"))
    #expect(try ask(signed.folder("first")) != ask("7"))
    let view = try Ledger(path: signed.folder("lab"), access: .reading)
      .view(known: .checkpoint(signed.opened("first").head))
    #expect(view.asOf.known == Position(6))
    #expect(
      try Tool.run("log", signed.folder("lab"), "--known", signed.folder("first"), "--json").lines.count == 6)
  }

  @Test func `a checkpoint of another history answers nothing`() throws {
    let other = try SignedLedger()
    try other.pay(100)
    try other.sign("second")
    for name in ["first", "second"] {
      let answer = try Tool.run("balance", signed.folder("lab"), "--known", other.folder(name))
      #expect(answer.status == 1 && answer.output.isEmpty, "\(answer)")
      #expect(answer.error.contains(try other.opened(name).head.root.base64))
      let ledger = try Ledger(path: signed.folder("lab"), access: .reading)
      #expect(throws: LedgerError.self) { try ledger.view(known: .checkpoint(other.opened(name).head)) }
    }
    let note = try Tool.run("balance", signed.folder("lab"), "--known", signed.folder("lab/ledger.json"))
    #expect(note.status == 2 && note.error.contains("malformedNote"), "\(note)")
  }
}
