internal import EventModel

extension Demo {
  /// Hands over all events as CloudEvents lines, in pieces of about 64 KiB that end with a line.
  ///
  /// They are byte for byte what an export of the recorded ledger is: `import --replica` makes the ledger of them.
  ///
  /// - Throws: whatever `write` throws.
  public func print(to write: ([UInt8]) throws -> Void) throws {
    var events = try self.events
    var writer = JSONWriter()
    while let event = try events.next() {
      CloudEvents.write(event, into: &writer)
      writer.endLine()
      if writer.bytes.count >= 1 << 16 {
        try write(writer.bytes)
        writer.removeAll()
      }
    }
    if !writer.bytes.isEmpty { try write(writer.bytes) }
  }
}
