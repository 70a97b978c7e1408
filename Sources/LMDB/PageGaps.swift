internal import Glibc

/// Zeros in the gaps of a compact copy's pages, where bytes of deleted and moved entries would stay.
///
/// A branch or leaf page holds a table of entries growing up and the entries growing down; what lies between was an
/// entry once. A compact copy copies whole pages, gaps included. The pages of long values have no gap: they are written
/// once, and LMDB fills the rest of the last one with zeros.
///
/// Layout of LMDB's data version 1 (`mdb.c`, `MDB_page`).
struct PageGaps {
  private static let headerBytes = 16
  private static let (branch, leaf, overflow, meta, fixedLeaf) = (0x01, 0x02, 0x04, 0x08, 0x20)

  private let file: FileDescriptor
  private let pageBytes: Int

  /// Cleans a copy in which every page is in use, and makes it durable.
  ///
  /// - Throws: `damaged` when a page is not what it must be in such a copy.
  static func clean(_ path: String) throws(StorageFault) {
    let file = try FileDescriptor(path, O_RDWR)
    let pages = try MetaPages(file)
    let gaps = PageGaps(file: file, pageBytes: pages.pageBytes)
    var number = 0
    while number <= pages.newest.lastPage { number += try gaps.cleanPage(number) }
    try file.sync()
  }

  /// Cleans the page of a number and answers how many pages belong to it.
  private func cleanPage(_ number: Int) throws(StorageFault) -> Int {
    var page = try file.read(pageBytes, at: number * pageBytes)
    guard page.count == pageBytes else { throw damaged(number) }
    let flags = Int(page.number(10, UInt16.self))
    if flags & Self.meta != 0 { return 1 }
    guard page.number(0, UInt64.self) == UInt64(number) else { throw damaged(number) }
    if flags & Self.overflow != 0 {
      let count = Int(page.number(12, UInt32.self))
      guard count > 0 else { throw damaged(number) }
      return count
    }
    guard flags & (Self.branch | Self.leaf) != 0 else { throw damaged(number) }
    if flags & Self.fixedLeaf != 0 { return 1 }
    let (lower, upper) = (Int(page.number(12, UInt16.self)), Int(page.number(14, UInt16.self)))
    guard Self.headerBytes <= lower, lower <= upper, upper <= pageBytes else { throw damaged(number) }
    if page[lower..<upper].contains(where: { $0 != 0 }) {
      for offset in lower..<upper { page[offset] = 0 }
      try file.write(page, at: number * pageBytes)
    }
    return 1
  }

  private func damaged(_ number: Int) -> StorageFault {
    StorageFault(
      .damaged, file: file.path, operation: "clean pages", message: "page \(number) of the copy is not as copied")
  }
}
