import TransparencyLog

/// Names, key and entries of the public Tessera test log.
enum TesseraLog {
  static let origin = "example.com/log/testdata"
  static let seed = "eca663f499017d2365c27c7a7679158d43cfec1330bdb259290afbd0d21777a0"
  static let vkey = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
  static let entries = [
    "one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven", "twelf", "threeten",
    "fourten",
    "fivten",
  ].map { Array($0.utf8) }

  static func tree() -> StoredTree { StoredTree(entries) }

  static func key() throws -> SigningKey { try SigningKey(name: NoteName(origin), seed: Bytes.hex(seed)) }

  static func policy() throws -> TrustPolicy { try TrustPolicy(logKeys: [VerifierKey(vkey)]) }

  static func checkpoint(_ size: UInt64) throws -> Note {
    try Checkpoint(origin: TextLine(origin), head: tree().head(size)).signed(by: key())
  }

  static let witnessVkey = "Wit1+9b3fb2d5+BFhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk"

  static let witnessSeed = Bytes.hex("e69d4621bb5cce178a27821f30fc971cac5ccc1c562cb99d8b285d44561ab944")

  /// The witness of the derived vectors.
  static func witness() throws -> SigningKey { try SigningKey(name: NoteName("Wit1"), seed: witnessSeed) }
}
