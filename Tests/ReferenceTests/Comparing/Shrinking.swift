import EventModel
import TestSupport

/// A history that shows a difference, made as small as dropping its proposals makes it.
enum Shrinking {
  /// Drops halves, quarters … single proposals while the same view still differs.
  static func minimal(
    _ history: History, of view: String, attemptsMax: Int = 1_500, differs: (History) throws -> [Difference]
  ) throws -> History {
    var history = history
    var attempts = 0
    var size = history.steps.count / 2
    while size >= 1 {
      var start = 0
      var isSmaller = false
      while start < history.steps.count, attempts < attemptsMax {
        attempts += 1
        var shorter = history
        shorter.steps.removeSubrange(start..<min(start + size, history.steps.count))
        if try differs(shorter).contains(where: { $0.view == view }) {
          history = shorter
          isSmaller = true
        } else {
          start += size
        }
      }
      if attempts >= attemptsMax { break }
      if size > 1 { size /= 2 } else if !isSmaller { break }
    }
    return history
  }

  /// The events as lines of interchange, as they were recorded.
  static func lines(_ events: [RecordedEvent]) -> String {
    events.map { event in
      var writer = JSONWriter()
      CloudEvents.write(event, into: &writer)
      return String(decoding: writer.bytes, as: UTF8.self)
    }.joined(separator: "\n")
  }
}
