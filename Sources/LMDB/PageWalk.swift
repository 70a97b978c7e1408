/// A walk over all pages in use, by reading, before a file that may be damaged or hostile is mapped.
///
/// It also tells whether a file shorter than its meta page says is whole: LMDB does not write pages that one transaction took
/// and gave back (appending and deleting again in the same transaction), so the last pages of the file may be missing while
/// nothing refers to them. Opening a file that ends before a page in use would kill the process on the first touch.
///
/// Of long values only the first page's header is read.
///
/// Layout of LMDB's data version 1 (`mdb.c`, `MDB_page`, `MDB_node`, `MDB_db`). The many values of one key form a tree
/// of their own, whose leaves (`P_LEAF2`) hold values and no entries.
struct PageWalk {
  private static let headerBytes = 16
  private static let none = UInt64.max
  private static let (branch, leaf, overflow, fixedLeaf): (UInt16, UInt16, UInt16, UInt16) = (0x01, 0x02, 0x04, 0x20)

  private let file: FileDescriptor
  private let pageBytes: Int
  private let pageCount: Int
  private var waiting: [UInt64] = []
  /// Which pages are in use.
  private var isUsed: [Bool]
  /// Pages that are free for use, as the tree of free pages says; gathered while that tree is walked.
  private var free: [UInt64] = []
  private var isFreeTree = true

  /// Throws `damaged` when a page in use lies behind the end of the file or is in use twice, when the trees are not trees or an
  /// entry leaves its page, or when a page in use, or none, is said to be free.
  static func check(_ file: FileDescriptor, fileBytes: Int, pages: MetaPages) throws(StorageFault) {
    var walk = PageWalk(file: file, pageBytes: pages.pageBytes, pageCount: fileBytes / pages.pageBytes)
    for root in [pages.newest.freeRoot, pages.newest.mainRoot] {
      if root != none { walk.waiting.append(root) }
      while let page = walk.waiting.popLast() { try walk.visit(page) }
      walk.isFreeTree = false
    }
    for page in walk.free {
      guard page > 1, page <= pages.newest.lastPage, page >= walk.pageCount || !walk.isUsed[Int(page)] else {
        throw walk.damaged("page \(page) is said to be free but is not")
      }
    }
  }

  private init(file: FileDescriptor, pageBytes: Int, pageCount: Int) {
    self.file = file
    self.pageBytes = pageBytes
    self.pageCount = pageCount
    isUsed = Array(repeating: false, count: pageCount)
  }

  private mutating func visit(_ number: UInt64) throws(StorageFault) {
    try use(number, count: 1)
    let page = try file.read(pageBytes, at: Int(number) * pageBytes)
    guard page.count == pageBytes, page.number(0, UInt64.self) == number else {
      throw damaged("page \(number) does not carry its number")
    }
    let flags = page.number(10, UInt16.self)
    guard flags & (Self.branch | Self.leaf) != 0, flags & Self.overflow == 0 else {
      throw damaged("page \(number) is no page of a tree")
    }
    if flags & Self.fixedLeaf != 0 { return }
    let (lower, upper) = (Int(page.number(12, UInt16.self)), Int(page.number(14, UInt16.self)))
    guard Self.headerBytes <= lower, lower <= upper, upper <= pageBytes else {
      throw damaged("page \(number) has no legal bounds")
    }
    for slot in stride(from: Self.headerBytes, to: lower - 1, by: 2) {
      let node = Int(page.number(slot, UInt16.self))
      guard node >= upper, node + 8 <= pageBytes, node + 8 + Int(page.number(node + 6, UInt16.self)) <= pageBytes else {
        throw damaged("page \(number) has an entry outside")
      }
      if flags & Self.branch != 0 {
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
    let data = node + 8 + Int(page.number(node + 6, UInt16.self))
    let byteCount = Int(page.number(node, UInt32.self))
    guard data + (isTable ? 48 : isLong ? 8 : byteCount) <= pageBytes else {
      throw damaged("page \(number) has an entry outside")
    }
    if isLong {
      let first = page.number(data, UInt64.self)
      let pageCount = (Self.headerBytes - 1 + byteCount) / pageBytes + 1
      try use(first, count: pageCount)
      let head = try file.read(Self.headerBytes + (isFreeTree ? byteCount : 0), at: Int(first) * pageBytes)
      guard head.count >= Self.headerBytes, head.number(0, UInt64.self) == first,
        head.number(10, UInt16.self) & Self.overflow != 0, Int(head.number(12, UInt32.self)) >= pageCount
      else { throw damaged("page \(first) does not begin a long value") }
      if isFreeTree { try addFree(Array(head.dropFirst(Self.headerBytes)), of: number) }
    } else if isTable {
      let root = page.number(data + 40, UInt64.self)
      if root != Self.none { waiting.append(root) }
    } else if isFreeTree {
      try addFree(Array(page[data..<data + byteCount]), of: number)
    }
  }

  /// A list of free pages: their number, then each, of 64 bits.
  private mutating func addFree(_ list: [UInt8], of number: UInt64) throws(StorageFault) {
    guard list.count >= 8, list.number(0, UInt64.self) <= UInt64(list.count / 8 - 1) else {
      throw damaged("page \(number) has a list of free pages that ends too early")
    }
    for index in 0..<Int(list.number(0, UInt64.self)) { free.append(list.number(8 + 8 * index, UInt64.self)) }
  }

  private mutating func use(_ number: UInt64, count: Int) throws(StorageFault) {
    guard number <= pageCount, Int(number) + count <= pageCount else {
      throw damaged("page \(number) is in use but the file ends after \(pageCount) pages; restore it from a backup")
    }
    for page in Int(number)..<Int(number) + count {
      guard page > 1, !isUsed[page] else { throw damaged("page \(page) is in use twice") }
      isUsed[page] = true
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
