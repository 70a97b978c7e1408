import Foundation
import ShareLedger
import Testing

@Suite struct `Evidence is checked without the ledger` {
  private let signed: SignedLedger

  init() throws {
    signed = try SignedLedger()
    _ = try signed.folder.file("vkey", lines: [signed.policy.logKeys[0].text])
  }

  private func gather(_ question: String...) throws -> Tool.Answer {
    try Tool.run(
      ["evidence", signed.folder("lab")] + question + [
        "--checkpoint", signed.folder("first"), "--vkey", signed.folder("vkey"), "--output", signed.folder("e.tar"),
      ])
  }

  private func evidence() throws -> Evidence { try Evidence(Archive(signed.folder.read("e.tar"))) }

  private func check() throws -> Tool.Answer {
    try Tool.run("evidence", "--check", signed.folder("e.tar"), "--vkey", signed.folder("vkey"))
  }

  private func verify(_ arguments: String...) throws -> Tool.Answer { try Tool.verify(arguments) }

  @Test(arguments: [
    (["balance", "receivable", "--at", "2024-12-31"], [5, 6], "adds up: 1 sums"),
    (["balance"], [4, 5, 6], "adds up: 7 sums"),
    (["recovery", "x-A", "--from", "2024-01-01", "--through", "2024-12-31"], [5], "adds up: 6 sums"),
    (["explain", "cash:x-A"], [6], "not added up"), (["timeline", "resource:R1"], [3, 4, 5], "not added up"),
    (["catalogue"], [3], "not added up"),
  ])
  func `for a report of any kind`(_ question: [String], _ positions: [Int], _ verdict: String) throws {
    let made = try Tool.run(
      ["evidence", signed.folder("lab")] + question + [
        "--checkpoint", signed.folder("first"), "--vkey", signed.folder("vkey"), "--output", signed.folder("e.tar"),
      ])
    #expect(made.status == 0, "\(made)")
    let evidence = try evidence()
    #expect(evidence.entries.map(\.position).filter { positions.contains(Int($0)) } == positions.map(UInt64.init))
    try evidence.verify(signed.policy)
    let verified = try verify("evidence", signed.folder("e.tar"), signed.folder("vkey"))
    #expect(verified.status == 0 && verified.output.contains("not proved here"), "\(verified)")
    let checked = try check()
    #expect(checked.status == 0 && checked.output.contains(verdict), "\(checked)")
    let bytes = try signed.folder.read("e.tar")
    try signed.pay(100)
    _ = try Tool.run(
      ["evidence", signed.folder("lab")] + question + [
        "--checkpoint", signed.folder("first"), "--vkey", signed.folder("vkey"), "--output", signed.folder("e.tar"),
      ])
    // What is recorded later changes no byte; a default day of today may.
    if question.contains("--at") { #expect(try signed.folder.read("e.tar") == bytes) }
  }

  @Test func `a sum that was forged and certified anew is found by adding up`() throws {
    _ = try gather("balance", "receivable", "--at", "2024-12-31")
    let honest = try evidence()
    let answer = Array(String(decoding: honest.answer, as: UTF8.self).replacing("100000", with: "900000").utf8)
    let old = honest.certificate
    let view = try Ledger(path: signed.folder("lab"), access: .reading).view()
    let result = try view.certificate(of: answer, to: ["x"], revision: 1).result
    let certificate = Certificate(
      log: old.log, head: old.head, valid: old.valid, question: old.question, revision: old.revision,
      schemas: old.schemas, policy: old.policy, indicators: old.indicators, result: result)
    let forged = try Evidence(
      certificate: certificate, answer: answer, checkpoint: honest.checkpoint, logKey: honest.logKey,
      entries: honest.entries)
    _ = try signed.folder.file("e.tar", forged.archive().bytes)
    #expect(try verify("evidence", signed.folder("e.tar"), signed.folder("vkey")).status == 0)
    let checked = try check()
    #expect(checked.status == 1 && checked.output.contains("DIFFERS: receivable:x-A:u1 is 900000"), "\(checked)")
    #expect(checked.output.contains("add up to 100000"), "\(checked)")
  }

  @Test func `a record that was left out is missed where the answer names it`() throws {
    _ = try gather("explain", "receivable:x-A:u1")
    let whole = try evidence()
    let fewer = try Evidence(
      certificate: whole.certificate, answer: whole.answer, checkpoint: whole.checkpoint, logKey: whole.logKey,
      entries: Array(whole.entries.dropLast()))
    _ = try signed.folder.file("e.tar", fewer.archive().bytes)
    let checked = try check()
    #expect(checked.status == 1 && checked.output.contains("MISSING: records the answer names: 6"), "\(checked)")
  }

  @Test func `another key, a changed byte or a question without events is refused`() throws {
    _ = try gather("balance")
    let other = try SignedLedger()
    let key = try verify("evidence", signed.folder("e.tar"), other.policy.logKeys[0].text)
    #expect(key.status == 1 && key.error.contains("does not hold: noKnownSignature"), "\(key)")
    var bytes = try signed.folder.read("e.tar")
    let place = try #require(bytes.firstRange(of: Array("receivable".utf8))).lowerBound
    bytes[place] ^= 1
    _ = try signed.folder.file("e.tar", bytes)
    #expect(try verify("evidence", signed.folder("e.tar"), signed.folder("vkey")).status == 1)
    #expect(try check().status == 1)
    let none = try gather("balance", "cost")
    #expect(none.status == 2 && none.error.contains("names no events"), "\(none)")
    let word = try gather("init")
    #expect(word.status == 2, "\(word)")
    #expect(try verify().status == 2 && verify("evidence", signed.folder("none"), signed.folder("vkey")).status == 2)
    #expect(try verify("--help").output.contains("EXAMPLE\n"))
  }

  @Test func `single proofs and two checkpoints are checked too`() throws {
    try signed.pay(100)
    try signed.sign("second")
    let (lab, vkey) = (signed.folder("lab"), signed.folder("vkey"))
    _ = try Tool.run("prove", lab, "3", "--output", signed.folder("p"), "--record", signed.folder("r"))
    let proof = try verify("proof", signed.folder("p"), signed.folder("r"), vkey)
    #expect(proof.status == 0 && proof.output.contains("at position 3"), "\(proof)")
    #expect(try verify("proof", signed.folder("p"), signed.folder("p"), vkey).status == 1)
    _ = try Tool.run(
      "prove", lab, "--consistency", signed.folder("first"), signed.folder("second"), "--output", signed.folder("c"))
    let both = try verify("consistency", signed.folder("c"), signed.folder("first"), vkey)
    #expect(both.status == 0 && both.output.contains("begins with the 6 records"), "\(both)")
    #expect(try verify("consistency", signed.folder("c"), signed.folder("second"), vkey).status == 1)
  }
}
