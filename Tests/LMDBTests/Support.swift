import Glibc
import LMDB
import Testing

/// The tables of the tests' ledgers.
enum Tables {
  static let events = Table("events", keys: .integer)
  static let names = Table("names", keys: .bytes)
  static let counts = Table("counts", keys: .integer, isDerived: true)
  static let all = [events, names, counts]
}

/// A directory that is gone when the test ends, with room for ledgers.
final class Scratch: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/shareledger-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    path = try #require(made)
  }

  deinit { Scratch.remove(path) }

  /// Path of a ledger in it; not created.
  var ledger: String { path + "/ledger" }

  /// A created ledger, opened for writing.
  func environment(
    tables: [Table] = Tables.all, options: EnvironmentOptions = EnvironmentOptions()
  ) throws -> Environment {
    try create(tables: tables)
    return try Environment.open(directory: ledger, tables: tables, access: .readWrite, options: options)
  }

  func create(tables: [Table] = Tables.all, id: String = "7d1f") throws {
    try Environment.create(directory: ledger, tables: tables, id: id, created: "2025-01-01T00:00:00+08:00")
  }

  /// Names in the directory, sorted.
  func contents(_ path: String? = nil) -> [String] { Scratch.names(path ?? self.path).sorted() }

  private static func names(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    for name in names(path) { remove(path + "/" + name) }
    if unlink(path) != 0 { rmdir(path) }
  }
}

extension Environment {
  /// Stores texts under 1, 2, 3 … in one write.
  func putEvents(_ texts: String...) throws {
    try write { transaction throws(StorageFault) in
      for (index, text) in texts.enumerated() {
        try transaction.put(Tables.events, UInt64(index + 1), Array(text.utf8))
      }
    }
  }

  /// The text under a number.
  func event(_ number: UInt64) throws -> String? {
    try read { reader throws(StorageFault) in try reader.get(Tables.events, number)?.text }
  }

  /// All numbers, in the order of the table.
  func eventNumbers() throws -> [UInt64] {
    try read { reader throws(StorageFault) in
      var numbers: [UInt64] = []
      var cursor = try reader.cursor(Tables.events)
      while let entry = try cursor.next() { numbers.append(entry.integerKey) }
      return numbers
    }
  }
}

extension WriteTransaction {
  mutating func put(_ table: Table, _ key: UInt64, _ value: [UInt8]) throws(StorageFault) {
    try put(table, key, value.span.bytes)
  }

  mutating func put(_ table: Table, _ key: [UInt8], _ value: [UInt8]) throws(StorageFault) {
    try put(table, key.span.bytes, value.span.bytes)
  }

  mutating func insert(_ table: Table, _ key: UInt64, _ value: [UInt8]) throws(StorageFault) {
    try insert(table, key, value.span.bytes)
  }

  mutating func insert(_ table: Table, _ key: [UInt8], _ value: [UInt8]) throws(StorageFault) {
    try insert(table, key.span.bytes, value.span.bytes)
  }

  mutating func append(_ table: Table, _ key: UInt64, _ value: [UInt8]) throws(StorageFault) {
    try append(table, key, value.span.bytes)
  }

  @discardableResult
  mutating func delete(_ table: Table, _ key: [UInt8]) throws(StorageFault) -> Bool {
    try delete(table, key.span.bytes)
  }
}

extension RawSpan {
  /// A copy of the bytes as text.
  var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
  /// A copy of the bytes.
  var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}

/// The code of the fault the closure must throw.
func fault(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) throws -> StorageFault.Code {
  let fault = #expect(throws: StorageFault.self, sourceLocation: sourceLocation, performing: body)
  return try #require(fault, sourceLocation: sourceLocation).code
}

/// Reads a whole file.
func readFile(_ path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  try #require(descriptor >= 0)
  defer { close(descriptor) }
  var status = stat()
  try #require(fstat(descriptor, &status) == 0)
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
  try #require(pread(descriptor, &bytes, bytes.count, 0) == bytes.count)
  return bytes
}

/// Makes or replaces the content of a file.
func writeFile(_ path: String, _ bytes: [UInt8]) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  try #require(descriptor >= 0)
  defer { close(descriptor) }
  try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
}
