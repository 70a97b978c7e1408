internal import EventModel
internal import Glibc

/// The one place where the time of day comes into the ledger.
enum SystemClock {
  /// The system's time, in microseconds.
  ///
  /// A clock set outside the years the ledger knows gives the nearest instant it does know.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let (product, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000)
    let microseconds = overflow ? Int64.max : product + Int64(time.tv_nsec) / 1_000
    if let instant = try? Instant(microseconds: microseconds) { return instant }
    return microseconds < 0 ? .first : .last
  }
}
