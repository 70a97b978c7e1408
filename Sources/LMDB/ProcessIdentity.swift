internal import Glibc
internal import Synchronization

/// Which process this is, so that an environment which came through `fork` is refused.
///
/// In the child LMDB's own checks are not enough: reads fail with an odd code and writes succeed.
enum ProcessIdentity {
  /// How many forks lie between the first process and this one: asked in nanoseconds, where `getpid` is a system call.
  private static let forks = Atomic<Int>(0)
  private static let watches: Bool =
    pthread_atfork(nil, nil, { ProcessIdentity.forks.wrappingAdd(1, ordering: .relaxed) }) == 0

  /// A number that differs between a process and its forked children.
  static var generation: Int {
    _ = watches
    return forks.load(ordering: .relaxed)
  }
}
