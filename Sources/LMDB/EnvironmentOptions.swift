/// The few limits of an environment that may be chosen, and the fixed ones.
///
/// There is no option that weakens durability: each commit is synced before it is acknowledged.
package struct EnvironmentOptions: Sendable, Hashable {
  /// Size of the memory map in bytes: 1 TiB.
  ///
  /// It costs nothing but addresses, and it never changes: resizing a map under a reader is a segmentation fault.
  package static let mapBytes = 1 << 40
  /// Reader slots of the lock file, shared by all processes.
  package static let readersMax = 1_024

  /// Size in bytes the data file may reach; checked before each write.
  package var quotaBytes: Int
  /// Free bytes the file system must keep; checked before each write.
  ///
  /// Near a full disk, large commits fail while small ones succeed; stopping early keeps room to close up in order.
  package var reserveBytes: Int

  /// Chooses limits.
  ///
  /// - Parameters:
  ///   - quotaBytes: Size in bytes the data file may reach.
  ///   - reserveBytes: Free bytes the file system must keep.
  package init(quotaBytes: Int = EnvironmentOptions.mapBytes / 2, reserveBytes: Int = 64 << 20) {
    self.quotaBytes = quotaBytes
    self.reserveBytes = reserveBytes
  }
}
