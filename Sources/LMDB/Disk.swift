internal import CLMDB
internal import Glibc

/// What the file system below a path is and how much room it has.
enum Disk {
  /// File systems on which memory-mapped, synced, locked files behave as LMDB needs, by their `statfs` magic.
  ///
  /// Network file systems are left out: they map files without keeping the machines' caches in step. overlayfs is
  /// here because containers run on it; its files are those of the local file system below, once copied up.
  private static let allowed: [Int: String] = [
    0xEF53: "ext", 0x5846_5342: "xfs", 0x9123_683E: "btrfs", 0x0102_1994: "tmpfs", 0x794C_7630: "overlayfs",
    0x2FC1_2FC1: "zfs",
  ]

  /// Throws unless the path lies on a file system of the allow-list.
  static func checkSupported(_ path: String) throws(StorageFault) {
    var status = statfs()
    guard unsafe statfs(path, &status) == 0 else { throw .system(errno, file: path, operation: "examine file system") }
    let magic = Int(status.f_type) & 0xFFFF_FFFF
    guard allowed[magic] == nil else { return }
    let names = allowed.values.sorted().joined(separator: ", ")
    throw StorageFault(
      .unsupportedFilesystem, file: path, operation: "examine file system",
      message: "file system 0x\(String(magic, radix: 16)) is not one of \(names)")
  }

  /// Bytes an unprivileged process may still write below the path; `nil` when the path cannot be examined.
  static func freeBytes(at path: String) -> Int? {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return nil }
    return Int(clamping: status.f_bavail.multipliedReportingOverflow(by: status.f_frsize).partialValue)
  }
}
