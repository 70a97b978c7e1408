import ShareLedger
import Testing

/// The small ledger with a key and a checkpoint of its six events.
struct SignedLedger {
  static let origin = "example.com/lab"
  let ledger: SmallLedger
  let policy: TrustPolicy

  init() throws {
    ledger = try SmallLedger()
    let key = try Tool.run("key", "generate", ledger.folder("lab.key"), "--origin", SignedLedger.origin)
    #expect(key.status == 0, "\(key.error)")
    policy = try TrustPolicy(logKeys: [VerifierKey(key.lines[0])])
    #expect(try sign("first").status == 0)
  }

  var folder: TemporaryFolder { ledger.folder }
  var key: String { folder("lab.key") }

  /// Signs a ledger and writes the checkpoint to a file of that name.
  @discardableResult
  func sign(_ name: String, _ lab: String = "lab") throws -> Tool.Answer {
    try Tool.run("checkpoint", folder(lab), "--key", key, "--output", folder(name))
  }

  /// Appends a payment of so many fen.
  func pay(_ amount: Int, _ lab: String = "lab") throws {
    let line = Samples.line(
      "payment.received", id: "paid-\(amount)", time: "2024-06-02T12:00:00+08:00",
      data: #"{"payment":"P\#(amount)","charge":"C1","unit":"x-A","user":"u1","amount":\#(amount)}"#)
    let answer = try Tool.run(["append", folder(lab)], input: Array(line.utf8))
    #expect(answer.status == 0, "\(answer.error)")
  }

  /// The checkpoint in a file, with its signature checked.
  func opened(_ name: String) throws -> OpenedCheckpoint { try policy.open(folder.read(name)) }
}
