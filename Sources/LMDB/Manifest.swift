internal import Glibc

/// The small file that says "this directory is a ledger": without it nothing is opened.
///
/// Its id stands in the data file too, so that files of two ledgers mixed up in one directory are found at open.
package struct Manifest: Sendable, Hashable {
  /// The only directory format so far.
  static let format = 1
  /// Longest id or creation text, in bytes.
  static let fieldBytesMax = 128

  /// Identity of the ledger, chosen by its creator, e.g. a UUID.
  package let id: String
  /// When the ledger was created, as its creator wrote it.
  package let created: String

  init(id: String, created: String, file: String) throws(StorageFault) {
    for field in [id, created] where !Manifest.isLegal(field) {
      throw StorageFault(
        .illegalEntry, file: file, operation: "write manifest",
        message: "id and creation have 1 to \(Manifest.fieldBytesMax) printable ASCII characters without \" and \\")
    }
    self.id = id
    self.created = created
  }

  private static func isLegal(_ field: String) -> Bool {
    (1...fieldBytesMax).contains(field.utf8.count)
      && field.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
  }

  /// The file's text: JSON in one fixed form, so that reading needs no JSON parser.
  private var text: String { #"{"format":\#(Manifest.format),"id":"\#(id)","created":"\#(created)"}"# + "\n" }

  /// Writes a new file durably; its directory is the caller's to sync.
  func write(to path: String) throws(StorageFault) {
    let file = try FileDescriptor(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o644)
    try file.write(Array(text.utf8))
    try file.sync()
  }

  /// Reads the manifest of a ledger directory.
  ///
  /// - Throws: `notALedger` when there is none or its format is unknown, `damaged` when it is not in the written form.
  init(reading path: String) throws(StorageFault) {
    guard try FileIdentity(at: path) != nil else {
      throw StorageFault(
        .notALedger, file: path, operation: "open",
        message: "there is no manifest here; create a ledger first, or restore this one from a backup")
    }
    let bytes = try FileDescriptor(path, O_RDONLY).read(4 * Manifest.fieldBytesMax)
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count == 11, parts[1] == "format", parts[3] == "id", parts[7] == "created" else {
      throw Manifest.damaged(path)
    }
    guard parts[2] == ":\(Manifest.format)," else {
      throw StorageFault(
        .notALedger, file: path, operation: "open",
        message: "format \(parts[2].filter(\.isNumber).prefix(20)) is not the supported \(Manifest.format)")
    }
    let manifest = try Manifest(id: String(parts[5]), created: String(parts[9]), file: path)
    guard Array(manifest.text.utf8) == bytes else { throw Manifest.damaged(path) }
    self = manifest
  }

  private static func damaged(_ path: String) -> StorageFault {
    StorageFault(
      .damaged, file: path, operation: "open", message: "the manifest is not in its written form; restore it")
  }
}
