import Testing
import TransparencyLog

struct NoteTests {
  static let text = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    """
  static let peterSignature =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
  static let enochSignature =
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ="
  static let peterVkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let enochVkey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"

  private func note(_ lines: String...) -> [UInt8] {
    Array((Self.text + "\n" + lines.map { $0 + "\n" }.joined()).utf8)
  }

  private func peter() throws -> VerifierKey { try VerifierKey(Self.peterVkey) }
  private func enoch() throws -> VerifierKey { try VerifierKey(Self.enochVkey) }

  @Test func `the example of C2SP verifies`() throws {
    let message = """
      This is an example message.

      — example.com/foo \
      Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

      """
    let key = try VerifierKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    let note = try Note(Array(message.utf8))
    #expect(note.text == Array("This is an example message.\n".utf8))
    #expect(try note.verify([key]).map(\.key) == [key])
    #expect(note.bytes == Array(message.utf8))
  }

  @Test func `the note of PeterNeumann is signed to the same bytes`() throws {
    let key = try SigningKey(
      secretText: "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
    #expect(key.verifier.text == Self.peterVkey)
    #expect(try Note(signing: Array(Self.text.utf8), with: key).bytes == note(Self.peterSignature))
  }

  @Test func `signatures of several keys are told apart and each key counts once`() throws {
    let both = try Note(note(Self.peterSignature, Self.enochSignature, Self.peterSignature))
    #expect(try both.verify([enoch(), peter()]).map(\.key) == [peter(), enoch()])
    #expect(try both.verify([enoch()]).map(\.key) == [enoch()])
    #expect(both.bytes == note(Self.peterSignature, Self.enochSignature, Self.peterSignature))
  }

  @Test func `lines of unknown keys are ignored, even under a known name or id`() throws {
    let otherID = Self.peterSignature.replacing("x08go", with: "x08hp")
    let otherName = Self.peterSignature.replacing("PeterNeumann", with: "CarmenSandiego")
    let unreadable = "— PeterNeumann AAAAAAA="
    for line in [otherID, otherName, unreadable] {
      let note = try Note(self.note(line, Self.enochSignature))
      #expect(try note.verify([peter(), enoch()]).map(\.key) == [enoch()], "\(line)")
      let alone = try Note(self.note(line))
      #expect(refusal { try alone.verify([try peterKey()]) } == .noKnownSignature, "\(line)")
    }
    let some = try Note(note(Self.peterSignature))
    #expect(refusal { try some.verify([]) } == .noKnownSignature)
  }

  @Test func `a false line of a known key refuses the whole note`() throws {
    let changed = Self.peterSignature.replacing("nAM=", with: "nAQ=")
    let short = "— PeterNeumann " + Bytes.base64([0xc7, 0x4f, 0x20, 0xa3, 1])
    for line in [changed, short] {
      for lines in [[line], [line, Self.enochSignature], [Self.enochSignature, line], [Self.peterSignature, line]] {
        let text = Self.text + "\n" + lines.map { $0 + "\n" }.joined()
        let note = try Note(Array(text.utf8))
        let keys = [try peter(), try enoch()]
        #expect(refusal { try note.verify(keys) } == .badSignature, "\(lines)")
      }
    }
    let other = try Note(Array(("Another text.\n\n" + Self.peterSignature + "\n").utf8))
    #expect(refusal { try other.verify([try peterKey()]) } == .badSignature)
  }

  @Test func `what is no note is refused`() {
    let text = Self.text
    let line = Self.peterSignature
    let refused = [
      "", "\n", "\n\n", text, text + "\n", text + line + "\n", text + "\n" + line, text + "\n" + line + "\r\n",
      "\u{1}" + text + "\n" + line + "\n", text + "\n" + line + "Unexpected line.\n",
      text + "\n" + line + "\nUnexpected.\n", text + "\n" + line.replacing("PeterNeumann", with: "Bad Name") + "\n",
      text + "\n" + line.replacing("—", with: "-") + "\n", text + "\n" + line.replacing("— ", with: "—") + "\n",
      text + "\n" + line.replacing("Neumann", with: "+Neumann") + "\n",
      text + "\n" + line.replacing("Neumann", with: "\u{3000}Neumann") + "\n",
      text + "\n" + line.replacing("PeterNeumann ", with: " ") + "\n", text + "\n— PeterNeumann \n",
      text + "\n— PeterNeumann\n", text + "\n— PeterNeumann x08gow==\n", text + "\n" + line.dropLast() + "\n",
      text + "\n" + line.replacing("nAM=", with: "nAN=") + "\n", text + "\n" + line + " \n",
      text + "\n" + line + "\n\n",
      text + "\t\n" + line + "\n",
    ]
    for message in refused {
      #expect(refusal { try Note(Array(message.utf8)) } == .malformedNote, "\(message.debugDescription)")
    }
    let notUTF8 = [0xFF] + note(line)
    #expect(refusal { try Note(notUTF8) } == .malformedNote)
  }

  @Test func `the last empty line divides, and a text may have empty lines`() throws {
    let key = try SigningKey(name: NoteName("a"), seed: [UInt8](repeating: 1, count: 32))
    for text in ["\n", "\n\n", "a\n\nb\n", "a\n\n\n", "é\n"] {
      let note = try Note(signing: Array(text.utf8), with: key)
      #expect(try Note(note.bytes) == note, "\(text.debugDescription)")
      _ = try note.verify([key.verifier])
    }
    for text in ["", "a", "a\n\u{7}\n", "\r\n"] {
      #expect(refusal { try Note(signing: Array(text.utf8), with: key) } == .malformedNote)
    }
  }

  @Test func `a hundred lines are read and no more, nor more than a mebibyte`() throws {
    let lines = (0..<100).map { "— name\($0) AAAAAAA=" }
    let text = Self.text + "\n" + lines.map { $0 + "\n" }.joined()
    #expect(try Note(Array(text.utf8)).signatures.count == 100)
    let more = text + lines[0] + "\n"
    #expect(refusal { try Note(Array(more.utf8)) } == .tooLong)
    let full = try Note(Array(text.utf8))
    let another = try Note(note(Self.peterSignature)).signatures
    #expect(refusal { try full.adding(another) } == .tooLong)
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20) + note(Self.peterSignature)
    #expect(refusal { try Note(long) } == .tooLong)
  }

  @Test func `a key's new line takes the place of its old one`() throws {
    let note = try Note(self.note(Self.peterSignature.replacing("nAM=", with: "nAQ="), Self.enochSignature))
    let better = try note.adding(try Note(self.note(Self.peterSignature)).signatures)
    #expect(better.bytes == self.note(Self.enochSignature, Self.peterSignature))
  }

  private func peterKey() throws(TransparencyError) -> VerifierKey { try VerifierKey(Self.peterVkey) }
}
