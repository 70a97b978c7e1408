import LMDB
import Testing

@Suite struct `Tables and cursors` {
  let scratch: Scratch
  let environment: Environment

  init() throws {
    scratch = try Scratch()
    environment = try scratch.environment()
  }

  @Test func `what is put is read back, after closing too`() throws {
    try environment.putEvents("one", "two", "")
    #expect(try environment.event(2) == "two")
    #expect(try environment.event(3) == "")
    #expect(try environment.event(4) == nil)
    try environment.close()
    let again = try Environment.open(directory: scratch.ledger, tables: Tables.all, access: .readOnly)
    #expect(try again.event(1) == "one")
    #expect(again.manifest.id == "7d1f")
  }

  @Test func `integer keys stand in numeric order`() throws {
    let numbers: [UInt64] = [.max, 256, 1, 255, 65_536, 0, 1 << 40]
    try environment.write { transaction throws(StorageFault) in
      for number in numbers { try transaction.put(Tables.events, number, [1]) }
    }
    #expect(try environment.eventNumbers() == numbers.sorted())
  }

  @Test func `a cursor goes both ways and answers nil at both ends`() throws {
    try environment.putEvents("a", "b", "c")
    try environment.read { reader in
      var cursor = try reader.cursor(Tables.events)
      #expect(try cursor.previous()?.integerKey == 3)
      #expect(try cursor.first()?.integerKey == 1)
      #expect(try cursor.previous()?.integerKey == nil)
      #expect(try cursor.first()?.value.text == "a")
      #expect(try cursor.next()?.value.text == "b")
      #expect(try cursor.next()?.value.text == "c")
      #expect(try cursor.next()?.integerKey == nil)
      #expect(try cursor.last()?.integerKey == 3)
      #expect(try cursor.previous()?.integerKey == 2)
      #expect(try reader.first(Tables.events)?.integerKey == 1)
      #expect(try reader.last(Tables.events)?.integerKey == 3)
      #expect(try reader.count(Tables.events) == 3)
    }
  }

  @Test func `an empty table has no first, last or next entry`() throws {
    try environment.read { reader in
      var cursor = try reader.cursor(Tables.names)
      #expect(try cursor.next()?.key.text == nil)
      #expect(try cursor.last()?.key.text == nil)
      #expect(try cursor.seek(atOrAfter: ([0] as [UInt8]).span.bytes)?.key.text == nil)
      #expect(try cursor.seek(atOrBefore: ([0] as [UInt8]).span.bytes)?.key.text == nil)
      #expect(try reader.first(Tables.names)?.key.text == nil)
      #expect(try reader.last(Tables.names)?.key.text == nil)
    }
  }

  @Test func `entries stay valid after the cursor moved on`() throws {
    try environment.putEvents("a", "b")
    try environment.read { reader in
      var cursor = try reader.cursor(Tables.events)
      let first = try cursor.next()
      let second = try cursor.next()
      #expect(first?.value.text == "a")
      #expect(second?.value.text == "b")
    }
  }

  @Test func `seek finds the neighbours of a key that is not there`() throws {
    try environment.write { transaction throws(StorageFault) in
      for number: UInt64 in [10, 20, 30] { try transaction.append(Tables.events, number, [0]) }
    }
    try environment.read { reader in
      var cursor = try reader.cursor(Tables.events)
      #expect(try cursor.seek(atOrAfter: 11)?.integerKey == 20)
      #expect(try cursor.seek(atOrAfter: 20)?.integerKey == 20)
      #expect(try cursor.seek(atOrAfter: 31)?.integerKey == nil)
      #expect(try cursor.seek(atOrBefore: 9)?.integerKey == nil)
      #expect(try cursor.seek(atOrBefore: 19)?.integerKey == 10)
      #expect(try cursor.seek(atOrBefore: 20)?.integerKey == 20)
      #expect(try cursor.seek(atOrBefore: .max)?.integerKey == 30)
      #expect(try cursor.seek(atOrBefore: 25)?.integerKey == 20)
      #expect(try cursor.next()?.integerKey == 30)
    }
  }

  @Test(arguments: [
    ("a", ["a", "aa", "ab"]), ("aa", ["aa"]), ("b", []), ("c\u{7F}", ["c\u{7F}x"]),
    ("", ["a", "aa", "ab", "c", "c\u{7F}x"]),
  ])
  func `a prefix selects its keys in both directions`(prefix: String, expected: [String]) throws {
    try environment.write { transaction throws(StorageFault) in
      for name in ["a", "aa", "ab", "c", "c\u{7F}x"] {
        try transaction.put(Tables.names, Array(name.utf8), [])
      }
    }
    try environment.read { reader in
      let prefix = Array(prefix.utf8)
      var names: [String] = []
      var cursor = try reader.cursor(Tables.names)
      var entry = try cursor.first(withPrefix: prefix.span.bytes)
      while let found = entry {
        names.append(found.key.text)
        entry = try cursor.next(withPrefix: prefix.span.bytes)
      }
      #expect(names == expected)
      names = []
      entry = try cursor.last(withPrefix: prefix.span.bytes)
      while let found = entry {
        names.append(found.key.text)
        entry = try cursor.previous(withPrefix: prefix.span.bytes)
      }
      #expect(names == expected.reversed())
    }
  }

  @Test func `a prefix of greatest bytes has a last key`() throws {
    try environment.write { transaction throws(StorageFault) in
      for key: [UInt8] in [[254], [255], [255, 255], [255, 255, 7]] {
        try transaction.put(Tables.names, key, [])
      }
    }
    try environment.read { reader in
      var cursor = try reader.cursor(Tables.names)
      #expect(try cursor.last(withPrefix: ([255, 255] as [UInt8]).span.bytes)?.key.bytes == [255, 255, 7])
      #expect(try cursor.last(withPrefix: ([254] as [UInt8]).span.bytes)?.key.bytes == [254])
    }
  }

  @Test func `a write sees its own changes, a read beside it does not`() throws {
    try environment.putEvents("old")
    try environment.write { transaction in
      try transaction.put(Tables.events, 1, Array("new".utf8))
      #expect(try transaction.reader.get(Tables.events, 1)?.text == "new")
      #expect(try environment.event(1) == "old")
    }
    #expect(try environment.event(1) == "new")
  }

  @Test func `delete says whether there was something, clear empties one table`() throws {
    try environment.putEvents("a", "b")
    try environment.write { transaction in
      try transaction.put(Tables.names, [1], [])
      #expect(try transaction.delete(Tables.events, 1))
      #expect(try !transaction.delete(Tables.events, 1))
      #expect(try transaction.delete(Tables.names, [1]))
      #expect(try !transaction.delete(Tables.names, [1]))
      try transaction.put(Tables.names, [2], [])
      try transaction.clear(Tables.events)
    }
    #expect(try environment.eventNumbers().isEmpty)
    #expect(try environment.read { try $0.count(Tables.names) } == 1)
  }

  @Test func `a reserved value is written in place`() throws {
    try environment.write { transaction in
      try transaction.append(Tables.events, 7, byteCount: 3) { output in
        for byte in "xyz".utf8 { output.append(byte) }
      }
      try transaction.put(Tables.events, 7, byteCount: 2) { output in
        for byte in "hi".utf8 { output.append(byte) }
      }
      try transaction.put(Tables.events, 8, byteCount: 0) { _ in }
    }
    #expect(try environment.event(7) == "hi")
    #expect(try environment.event(8) == "")
  }
}
