import Foundation

/// Figures of one run, printed as one JSON object a line, like those of the C program beside it.
enum Figures {
  static func report(_ name: String, _ values: [(String, Double)]) {
    let members = values.map { "\"\($0.0)\":\(format($0.1))" }
    print("{\"benchmark\":\"\(name)\",\(members.joined(separator: ","))}")
  }

  private static func format(_ value: Double) -> String {
    value == value.rounded() ? String(Int64(value)) : String(format: "%.2f", value)
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

  /// Anonymous memory of this process at its peak so far, in MB: the mapped file does not count.
  static func anonymousMegabytes() -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    for line in text.split(separator: "\n") where line.hasPrefix("RssAnon:") {
      return (Double(line.split(whereSeparator: \.isWhitespace)[1]) ?? 0) / 1_024
    }
    return 0
  }
}
