/// A walk over all pages in use, by reading, for a file shorter than its meta page says.
///
/// Such a file need not be damaged: LMDB does not write pages that one transaction took and gave back (appending and
/// deleting again in the same transaction), so the last pages of the file may be missing while nothing refers to them.
/// Opening a file that ends before a page in use would kill the process on the first touch.
///
/// Layout of LMDB's data version 1 (`mdb.c`, `MDB_page`, `MDB_node`, `MDB_db`). The many values of one key form a tree
/// of their own, whose leaves (`P_LEAF2`) hold values and no entries.
struct PageWalk {
  private static let headerBytes = 16
  private static let none = UInt64.max

  private let file: FileDescriptor
  private let pageBytes: Int
  private let pageCount: Int
  private var waiting: [UInt64] = []
  private var visited = 0

  /// Throws `damaged` when a page in use lies behind the end of the file, or when the tree is not a tree.
  static func check(_ file: FileDescriptor, fileBytes: Int, pages: MetaPages) throws(StorageFault) {
    var walk = PageWalk(
      file: file, pageBytes: pages.pageBytes, pageCount: fileBytes / pages.pageBytes,
      waiting: [pages.newest.freeRoot, pages.newest.mainRoot].filter { $0 != none })
    while let page = walk.waiting.popLast() { try walk.visit(page) }
  }

  private init(file: FileDescriptor, pageBytes: Int, pageCount: Int, waiting: [UInt64]) {
    self.file = file
    self.pageBytes = pageBytes
    self.pageCount = pageCount
    self.waiting = waiting
  }

  private mutating func visit(_ number: UInt64) throws(StorageFault) {
    visited += 1
    guard visited <= pageCount else { throw damaged("more pages are in use than the file has (\(pageCount))") }
    try require(number, count: 1)
    let page = try file.read(pageBytes, at: Int(number) * pageBytes)
    guard page.count == pageBytes, page.number(0, UInt64.self) == number else {
      throw damaged("page \(number) does not carry its number")
    }
    let flags = page.number(10, UInt16.self)
    if flags & 0x20 != 0 { return }
    let isBranch = flags & 0x01 != 0
    let lower = Int(page.number(12, UInt16.self))
    guard (Self.headerBytes...pageBytes).contains(lower) else { throw damaged("page \(number) has no legal bounds") }
    for slot in stride(from: Self.headerBytes, to: lower - 1, by: 2) {
      let node = Int(page.number(slot, UInt16.self))
      guard node + 8 <= pageBytes else { throw damaged("page \(number) has an entry outside") }
      if isBranch {
        waiting.append(page.number(node, UInt64.self) & 0xFFFF_FFFF_FFFF)
      } else {
        try visitEntry(page, node, of: number)
      }
    }
  }

  /// An entry of a leaf page may point to pages of its own: a long value or a table.
  private mutating func visitEntry(_ page: [UInt8], _ node: Int, of number: UInt64) throws(StorageFault) {
    let isLong = page[node + 4] & 0x01 != 0
    let isTable = page[node + 4] & 0x02 != 0
    guard isLong || isTable else { return }
    let data = node + 8 + Int(page.number(node + 6, UInt16.self))
    guard data + (isTable ? 48 : 8) <= pageBytes else { throw damaged("page \(number) has an entry outside") }
    if isLong {
      let byteCount = Int(page.number(node, UInt32.self))
      try require(page.number(data, UInt64.self), count: (Self.headerBytes - 1 + byteCount) / pageBytes + 1)
    } else {
      let root = page.number(data + 40, UInt64.self)
      if root != Self.none { waiting.append(root) }
    }
  }

  private func require(_ number: UInt64, count: Int) throws(StorageFault) {
    guard number <= pageCount, Int(number) + count <= pageCount else {
      throw damaged("page \(number) is in use but the file ends after \(pageCount) pages; restore it from a backup")
    }
  }

  private func damaged(_ message: String) -> StorageFault {
    StorageFault(.damaged, file: file.path, operation: "check pages", message: message)
  }
}

extension [UInt8] {
  /// The little-endian number at an offset.
  func number<T: FixedWidthInteger>(_ offset: Int, _: T.Type) -> T {
    (0..<T.bitWidth / 8).reduce(0) { $0 | T(self[offset + $1]) << (8 * $1) }
  }
}
