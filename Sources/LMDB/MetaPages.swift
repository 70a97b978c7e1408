internal import Glibc

/// What the two meta pages of a data file say, read without mapping the file.
///
/// LMDB trusts these pages: a page size of zero is a division by zero, an empty file becomes a new database, and a file
/// cut short kills the process when a page behind its end is touched. So they are judged before LMDB sees them.
///
/// Layout of LMDB's data version 1 on 64-bit machines (`mdb.c`, `MDB_page` and `MDB_meta`).
struct MetaPages {
  /// Page size in bytes.
  let pageBytes: Int
  /// The newer of the two commits.
  let newest: Meta

  /// One meta page.
  struct Meta {
    let lastPage: Int
    let transaction: UInt64
    let freeRoot: UInt64
    let mainRoot: UInt64
  }

  private static let headerBytes = 152
  private static let metaFlag: UInt16 = 0x08
  private static let magic: UInt32 = 0xBEEF_C0DE
  private static let version: UInt32 = 1

  /// Reads and judges the pages of an open data file.
  ///
  /// - Throws: `damaged` when the file is empty, is no LMDB file, or ends before a page that is in use.
  init(_ file: FileDescriptor) throws(StorageFault) {
    let fileBytes = try FileIdentity(of: file.raw, path: file.path).byteCount
    guard fileBytes > 0 else {
      throw Self.damaged(file.path, "the file is empty although the ledger was created; restore it from a backup")
    }
    let first = try file.read(Self.headerBytes)
    let pageBytes = try Self.pageBytes(first, path: file.path)
    let second = try file.read(Self.headerBytes, at: pageBytes)
    guard try Self.pageBytes(second, path: file.path) == pageBytes else {
      throw Self.damaged(file.path, "the two meta pages disagree about the page size")
    }
    let metas = [try Self.meta(first, path: file.path), try Self.meta(second, path: file.path)]
    self.pageBytes = pageBytes
    newest = metas[0].transaction > metas[1].transaction ? metas[0] : metas[1]
    let expectedBytes = (newest.lastPage + 1) * pageBytes
    if fileBytes < expectedBytes { try PageWalk.check(file, fileBytes: fileBytes, pages: self) }
  }

  private static func pageBytes(_ page: [UInt8], path: String) throws(StorageFault) -> Int {
    guard page.count == headerBytes, page.number(10, UInt16.self) & metaFlag != 0,
      page.number(16, UInt32.self) == magic
    else { throw damaged(path, "this is not an LMDB data file") }
    let version = page.number(20, UInt32.self)
    guard version == Self.version else {
      throw damaged(path, "LMDB data version \(version) is not the supported \(Self.version)")
    }
    let pageBytes = Int(page.number(40, UInt32.self))
    guard (512...65_536).contains(pageBytes), pageBytes.nonzeroBitCount == 1 else {
      throw damaged(path, "a page size of \(pageBytes) bytes is not possible")
    }
    return pageBytes
  }

  private static func meta(_ page: [UInt8], path: String) throws(StorageFault) -> Meta {
    let lastPage = page.number(136, UInt64.self)
    guard lastPage < EnvironmentOptions.mapBytes / 512 else {
      throw damaged(path, "page \(lastPage) lies outside the map of \(EnvironmentOptions.mapBytes) bytes")
    }
    return Meta(
      lastPage: Int(lastPage), transaction: page.number(144, UInt64.self), freeRoot: page.number(80, UInt64.self),
      mainRoot: page.number(128, UInt64.self))
  }

  private static func damaged(_ path: String, _ message: String) -> StorageFault {
    StorageFault(.damaged, file: path, operation: "check meta pages", message: message)
  }
}
