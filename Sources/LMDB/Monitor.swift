internal import Glibc

/// A mutex with one condition.
///
/// Made of pthread's rather than of `Synchronization.Mutex`, which has no condition and which the thread sanitizer
/// reports as a race.
@safe final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition.initialize(to: pthread_cond_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Runs the closure alone.
  func withLock<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Inside `withLock`: lets others in until the predicate may have changed.
  func wait() { unsafe pthread_cond_wait(condition, mutex) }

  /// Inside `withLock`: wakes all who wait.
  func broadcast() { unsafe pthread_cond_broadcast(condition) }
}
