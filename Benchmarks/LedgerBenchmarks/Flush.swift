import Glibc

/// Writes one page to a file of its own and flushes it: what every durable append pays at least.
struct Flush {
  private let file: Int32
  private let path: String
  private let page = [UInt8](repeating: 7, count: 4_096)
  private var offset = 0

  init(directory: String) {
    path = "\(directory)/flush-\(getpid())"
    file = open(path, O_CREAT | O_RDWR, 0o600)
    // A file that grows would flush its size too; LMDB's mostly does not.
    for place in 0..<4_096 { pwrite(file, page, page.count, place * page.count) }
    fsync(file)
  }

  mutating func run() {
    pwrite(file, page, page.count, offset * page.count % (4_096 * 4_096))
    fdatasync(file)
    offset += 1
  }

  func remove() {
    close(file)
    unlink(path)
  }
}
