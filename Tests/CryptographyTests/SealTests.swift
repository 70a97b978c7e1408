import Cryptography
import EventModel
import Testing

/// The fixed vectors were computed with pyca/cryptography, not with this project.
@Suite struct `Sealing` {
  private static let key = SubjectKey(Array(0..<32))
  private static let blinding = Array(UInt8(0x40)..<0x50)
  private static let nonce = Array(UInt8(0x60)..<0x6C)

  private func place(
    _ type: EventType = .partyRegistered, _ field: String = "contact", _ subject: String = "s-5c1e09d7"
  ) throws -> SealedPlace {
    SealedPlace(type, field, of: try Identifier(subject))
  }

  private func sealed(_ text: String = "王工, 023-55550100") throws -> Sealed {
    try Seal.seal(try Text(text), at: place(), with: Self.key, blinding: Self.blinding, nonce: Self.nonce)
  }

  @Test func `gives the bytes another implementation gives`() throws {
    let expected = "5cf845f01a42c5465cdb5cb2764c815b918b4b52a081ddee619687e3f93e58644025455dcd9000b3859b76878393d799"
    #expect(hex(try sealed().ciphertext) == expected)
    let fingerprint = "cf128497e012021ba907deea98f137491b07e124a12664f724cac201b76f81b3"
    #expect(hex(Self.key.fingerprint) == fingerprint)
  }

  @Test func `is undone by the same key at the same place alone`() throws {
    let value = try sealed()
    #expect(Seal.open(value, at: try place(), with: Self.key)?.string == "王工, 023-55550100")
    #expect(Seal.open(value, at: try place(), with: SubjectKey(Array(1..<33))) == nil)
    #expect(Seal.open(value, at: try place(.partyUpdated), with: Self.key) == nil)
    #expect(Seal.open(value, at: try place(.partyRegistered, "contacts"), with: Self.key) == nil)
    #expect(Seal.open(value, at: try place(.partyRegistered, "contact", "s-other"), with: Self.key) == nil)
    let renamed = try Sealed(
      subject: Identifier("s-other"), suite: value.suite, blinding: value.blinding, nonce: value.nonce,
      ciphertext: value.ciphertext)
    #expect(Seal.open(renamed, at: try place(.partyRegistered, "contact", "s-other"), with: Self.key) == nil)
  }

  @Test func `notices any flipped bit`() throws {
    let value = try sealed()
    func expectShut(_ blinding: [UInt8], _ nonce: [UInt8], _ ciphertext: [UInt8], _ note: String) throws {
      let flipped = try Sealed(
        subject: value.subject, suite: value.suite, blinding: blinding, nonce: nonce, ciphertext: ciphertext)
      #expect(Seal.open(flipped, at: try place(), with: Self.key) == nil, "\(note)")
    }
    for bit in 0..<8 * value.ciphertext.count {
      try expectShut(value.blinding, value.nonce, flipping(bit, value.ciphertext), "ciphertext bit \(bit)")
    }
    for bit in 0..<8 * value.blinding.count {
      try expectShut(flipping(bit, value.blinding), value.nonce, value.ciphertext, "blinding bit \(bit)")
    }
    for bit in 0..<8 * value.nonce.count {
      try expectShut(value.blinding, flipping(bit, value.nonce), value.ciphertext, "nonce bit \(bit)")
    }
  }

  @Test func `hides the length up to 32 bytes and gives every length back`() throws {
    #expect(try sealed("a").ciphertext.count == sealed(String(repeating: "a", count: 32)).ciphertext.count)
    for count in [1, 31, 32, 33, 4_096] {
      for letter in ["a", "王", "🧪"] {
        let text = String(repeating: letter, count: count)
        let value = try sealed(text)
        #expect(Sealed.ciphertextByteCounts.contains(value.ciphertext.count))
        #expect(Seal.open(value, at: try place(), with: Self.key)?.string == text)
      }
    }
  }

  @Test func `with another blinding gives another key stream, even with the same nonce`() throws {
    let other = try Seal.seal(
      Text("王工, 023-55550100"), at: place(), with: Self.key, blinding: Array(UInt8(0)..<16), nonce: Self.nonce)
    #expect(Set(zip(other.ciphertext, try sealed().ciphertext).map { $0 == $1 }) != [true])
    #expect(other.ciphertext.prefix(20) != (try sealed().ciphertext.prefix(20)))
  }

  private func flipping(_ bit: Int, _ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << (bit % 8)
    return bytes
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
