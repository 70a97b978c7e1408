import Foundation
import ShareLedger

/// The sample data beside the tests, and small lines of our own.
enum Samples {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The events of a laboratory's catalogue.
  static let pnnl = root + "/Tests/Samples/pnnl/pnnl.jsonl"

  /// A table of tab-separated values with a head row, optionally gzipped: one dictionary a row, empty fields left out.
  static func table(_ name: String) throws -> [[String: String]] {
    let path = root + "/Tests/Samples/pnnl/" + name
    let text: String
    if name.hasSuffix(".gz") {
      let folder = try TemporaryFolder()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "exec gzip -dc \"$1\" > \"$2\"", "sh", path, folder("table")]
      try process.run()
      process.waitUntilExit()
      text = try folder.text("table")
    } else {
      text = try String(contentsOfFile: path, encoding: .utf8)
    }
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    guard let titles = rows.first else { return [] }
    return rows.dropFirst().map { row in
      var fields: [String: String] = [:]
      for (title, value) in zip(titles, row) where !value.isEmpty { fields[String(title)] = String(value) }
      return fields
    }
  }

  /// A line for an event of the unit `x-A`.
  static func line(_ type: String, id: String, time: String = "2024-02-01T10:00:00+08:00", data: String) -> String {
    #"{"specversion":"1.0","id":"\#(id)","source":"urn:test","type":"\#(type)","time":"\#(time)","#
      + #""datacontenttype":"application/json","actor":"x-A","dataversion":"1","data":\#(data)}"#
  }

  static func unit(_ party: String = "x-A", name: String = "渝州大学") -> String {
    line(
      "party.registered", id: "party-\(party)",
      data: #"{"party":"\#(party)","kind":"unit","legalKind":"university","name":"\#(name)"}"#)
  }

  static func resource(_ id: String, name: String = "质谱仪", unit: String = "x-A") -> String {
    line(
      "resource.acquired", id: "acquired-\(id)",
      data: #"{"resource":"\#(id)","unit":"\#(unit)","kind":"equipment","name":"\#(name)","#
        + #""funding":[{"source":"own","amount":100}],"acceptedOn":"2024-01-31","source":"purchase"}"#)
  }
}
