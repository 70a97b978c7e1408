import EventModel
import Testing

@Suite struct `Keys that sign checkpoints` {
  private static let vkey = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"

  private func data(_ id: String = "33d7b496", _ vkey: String = vkey) -> String {
    #"{"logKey":"\#(id)","verifierKey":"\#(vkey)"}"#
  }

  @Test func `are published once`() throws {
    let ledger = try TestLedger.world()
    let position = try ledger.add("logKey.published", data())
    #expect(
      try ledger.refusal("logKey.published", data())
        == .alreadyExists(Tag(.logKey, Identifier("33d7b496")), recordedAt: position))
  }

  @Test func `are those of a log, under their own id`() throws {
    let ledger = try TestLedger.world()
    #expect(
      try ledger.refusal("logKey.published", data("33d7b497"))
        == .copyDiffers(field: "logKey", given: "33d7b497", recorded: "33d7b496"))
    // A cosignature key, one whose id is not its own, and no key at all.
    for vkey in [
      "Wit1+9b3fb2d5+BFhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk", Self.vkey.replacing("33d7b496", with: "33d7b497"),
      "key",
    ] {
      #expect(
        try ledger.refusal("logKey.published", data("33d7b496", vkey))
          == .illegalValue(field: "verifierKey", value: vkey))
    }
  }

  @Test func `are named by those in authority, once there are any`() throws {
    let ledger = try TestLedger.world()
    try ledger.add(
      "role.granted", #"{"party":"x-org","role":"office","document":"d","from":"2024-01-01"}"#, actor: "x-anyone")
    let refusal = try ledger.refusal("logKey.published", data(), actor: "x-uni")
    guard case .roleNotHeld? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    try ledger.add("logKey.published", data(), actor: "x-org")
  }
}
