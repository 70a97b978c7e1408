import Testing

@testable import EventModel

/// The quick check of stored bytes takes and refuses what the values' own rules do.
struct CBORStoredTextTests {
  private func isIdentifier(_ bytes: [UInt8]) -> Bool {
    guard let text = String(checking: bytes.span.bytes) else { return false }
    return (try? Identifier(text)) != nil
  }

  private func isText(_ bytes: [UInt8]) -> Bool {
    guard let text = String(checking: bytes.span.bytes) else { return false }
    return (try? Text(text)) != nil
  }

  @Test func `every byte at every place of ids and texts of every length`() {
    for length in 1...20 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var bytes = [UInt8](repeating: 0x61, count: length)
          bytes[place] = byte
          let span = bytes.span.bytes
          let id = Identifier(stored: span)
          let text = Text(stored: span)
          if (id != nil) != isIdentifier(bytes) { Issue.record("id of \(length) with \(byte) at \(place)") }
          if (text != nil) != isText(bytes) { Issue.record("text of \(length) with \(byte) at \(place)") }
          if let id, Array(id.text.utf8) != bytes { Issue.record("\(id) is not \(bytes)") }
          if let text, Array(text.string.utf8) != bytes { Issue.record("\(text) is not \(bytes)") }
        }
      }
    }
  }

  @Test func `two neighbours never hide each other`() {
    let edges: [UInt8] = [0x00, 0x1F, 0x20, 0x21, 0x7E, 0x7F, 0x80, 0xFF]
    for left in edges {
      for right in edges {
        for place in 0..<15 {
          var bytes = [UInt8](repeating: 0x7E, count: 16)
          bytes[place] = left
          bytes[place + 1] = right
          let isStored = Identifier(stored: bytes.span.bytes) != nil
          if isStored != isIdentifier(bytes) { Issue.record("\(left), \(right) at \(place)") }
        }
      }
    }
  }

  @Test func `lengths are limited as for any value`() {
    func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x61, count: count) }
    for count in [0, 1, 64, 65, 128, 129, 4096, 4097] {
      let stored = bytes(count)
      #expect((Identifier(stored: stored.span.bytes) != nil) == (1...64).contains(count))
      #expect((EventSource(stored: stored.span.bytes) != nil) == (1...128).contains(count))
      #expect((Text(stored: stored.span.bytes) != nil) == (1...4096).contains(count))
    }
  }
}
