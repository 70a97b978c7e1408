import ArgumentParser
import Foundation
import ShareLedger

/// The events of a demonstration: made alone, or recorded with all rules.
struct DemoRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a city's events, and with --directory record them.")

  @Option(help: "A directory on the disk to measure; the ledger in it is removed afterwards.")
  var directory: String?
  @Option var events = 1_000_000
  @Option var seed: UInt64 = 1

  func run() throws {
    let demo = try Demo(eventCount: events, seed: seed)
    var checked: UInt64 = 0
    let making = try Figures.seconds {
      var events = try demo.events
      // The positions are added up so that nothing can be left out.
      while let event = try events.next() { checked &+= event.position.number }
    }
    precondition(checked == UInt64(events) * UInt64(events + 1) / 2, "\(checked) is not the sum of \(events) positions")
    Figures.report(
      "demo",
      [
        ("events", Double(events)), ("events_per_second", Double(events) / making),
        ("anonymous_megabytes", Figures.anonymousMegabytes()),
      ])
    guard let directory else { return }
    let path = "\(directory)/demo-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let recording = try Figures.seconds { try demo.record(into: path) }
    Figures.report(
      "record-demo",
      [
        ("events", Double(events)), ("events_per_second", Double(events) / recording),
        ("anonymous_megabytes", Figures.anonymousMegabytes()),
      ])
  }
}
