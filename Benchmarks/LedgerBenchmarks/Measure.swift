import Foundation
import ShareLedger

/// Figures of one run, printed as one JSON object a line, like those of the C program beside it.
enum Figures {
  /// Prints figures, each with its target behind it if it has one.
  static func report(_ name: String, _ values: [(String, Double)], targets: [String: Target] = [:]) {
    let members = values.map { key, value in
      let target = targets[key].map { ",\"\(key)_\($0.name)\":\(format($0.value))" } ?? ""
      return "\"\(key)\":\(format(value))\(target)"
    }
    print("{\"benchmark\":\"\(name)\",\(members.joined(separator: ","))}")
  }

  /// What a figure is meant to be.
  enum Target {
    case atMost(Double)
    case atLeast(Double)

    fileprivate var name: String {
      switch self {
      case .atMost: "at_most"
      case .atLeast: "at_least"
      }
    }

    fileprivate var value: Double {
      switch self {
      case .atMost(let value), .atLeast(let value): value
      }
    }
  }

  /// What this process computed so far on all threads, in seconds: less troubled by what else the machine does.
  static func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
  }

  private static func format(_ value: Double) -> String {
    value == value.rounded() ? String(Int64(value)) : String(format: "%.2f", value)
  }

  /// What the calling thread computed so far, in seconds: how long a question takes on a machine with nothing else to do.
  static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The clock of logs without a ledger.
  @Sendable static func now() -> Instant {
    (try? Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1e6))) ?? .first
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let elapsed = try ContinuousClock().measure(body)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  static func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  static func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

  /// Anonymous memory of this process now, in MB: the mapped file does not count.
  static func anonymousMegabytes() -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    for line in text.split(separator: "\n") where line.hasPrefix("RssAnon:") {
      return (Double(line.split(whereSeparator: \.isWhitespace)[1]) ?? 0) / 1_024
    }
    return 0
  }
}
