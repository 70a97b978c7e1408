import Foundation
import ShareLedger
import Testing

@Suite struct `Damaged bytes are reported by position and never shown` {
  private let folder: TemporaryFolder
  private let lab: String
  /// Stands in the damaged event, in bytes that are still intact.
  private static let name = "不可见的质谱仪"

  init() throws {
    folder = try TemporaryFolder()
    lab = folder("lab")
    _ = try Tool.run("init", lab)
    let lines = [
      Samples.unit(), Samples.resource("R1"), Samples.resource("R2", name: Self.name), Samples.resource("R3"),
    ]
    _ = try Tool.run("append", lab, folder.file("in", lines: lines))
    try flip("acquired-R2" + "urn:test")
  }

  /// Flips a bit in every copy of a text in the data file: LMDB leaves older copies of a page behind.
  private func flip(_ text: String) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: lab + "/data.mdb"))
    var from = data.startIndex
    var count = 0
    while let range = data.range(of: Data(text.utf8), in: from..<data.endIndex) {
      data[range.lowerBound + 3] ^= 1
      from = range.upperBound
      count += 1
    }
    #expect(count > 0)
    try data.write(to: URL(fileURLWithPath: lab + "/data.mdb"))
  }

  @Test(arguments: [
    ["log"], ["log", "--json"], ["log", "--csv"], ["log", "--reverse"], ["log", "--tag", "resource:R2"],
    ["timeline", "resource:R2"], ["timeline", "party:x-A", "--json"], ["catalogue"], ["catalogue", "--json"],
    ["catalogue", "--csv"], ["catalogue", "--since", "1"], ["export"], ["export", "-o", "out"], ["stats"], ["verify"],
    ["verify", "--json"], ["backup", "copy"], ["rebuild"],
  ])
  func `by every command that reads them`(_ arguments: [String]) throws {
    let arguments = arguments.map { ["out", "copy"].contains($0) ? folder($0) : $0 }
    let answer = try Tool.run([arguments[0], lab] + arguments.dropFirst())
    #expect(answer.status == 3, "\(answer)")
    #expect((answer.output + answer.error).contains("position 3"), "\(answer)")
    #expect(!(answer.output + answer.error).contains(Self.name), "\(answer)")
    #expect(!folder.exists("out"))
  }

  @Test func `by an append that rests on them`() throws {
    let line = Samples.line(
      "usage.recorded", id: "s",
      data: #"{"usage":"U1","resource":"R2","unit":"x-A","user":"x-A","side":"internal","purpose":"research","#
        + #""mode":"onSite","start":"2024-02-01T08:00:00+08:00","end":"2024-02-01T09:00:00+08:00","#
        + #""days":[{"day":"2024-02-01","seconds":3600}]}"#)
    let answer = try Tool.run(["append", lab], input: Array(line.utf8))
    #expect(answer.status == 3 && answer.error.contains("position 3"), "\(answer)")
  }

  @Test func `and the events before the damage are shown`() throws {
    #expect(try Tool.run("log", lab).lines.count == 2)
  }
}
