import Foundation
import ShareLedger
import TestSupport
import Testing

@Suite(.serialized) struct `Killing the tool in the middle of appends` {
  /// How often; a release run sets `SHARELEDGER_KILLS` higher.
  static let kills = ProcessInfo.processInfo.environment["SHARELEDGER_KILLS"].flatMap(Int.init) ?? 100

  /// Starts an append that reports each durable event, kills it after a while and answers the ids it acknowledged.
  private func killedAppend(of file: String, to ledger: String, afterMilliseconds delay: Int) throws -> [String] {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = ["append", ledger, "-", "--batch", "3", "--receipts"]
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("out", [])))
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32(delay) * 1_000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // The last line may be cut by the kill.
    let lines = try folder.text("out").components(separatedBy: "\n").dropLast()
    return lines.compactMap { line in
      line.components(separatedBy: "\"id\":\"").dropFirst().first?.components(separatedBy: "\"").first
    }
  }

  @Test func `loses nothing acknowledged and leaves no gap`() throws {
    let folder = try TemporaryFolder()
    let ledger = folder("ledger")
    #expect(try Tool.run("init", ledger).status == 0)
    var lines = [Samples.unit()]
    for index in 0..<4_000 { lines.append(Samples.resource("R\(index)")) }
    let file = try folder.file("events.jsonl", lines: lines)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    var acknowledged: Set<String> = []
    var midway = 0
    for kill in 1...Self.kills {
      let ids = try killedAppend(of: file, to: ledger, afterMilliseconds: Int.random(in: 20...250, using: &random))
      if !ids.isEmpty { midway += 1 }
      acknowledged.formUnion(ids)
      let opened = try Ledger(path: ledger, access: .reading)
      defer { try? opened.close() }
      let report = try opened.audit()
      #expect(report.isIntact, "seed \(seed), kill \(kill): \(report.damages)")
      var (positions, recorded): ([UInt64], Set<String>) = ([], [])
      try opened.forEachEvent { event in
        positions.append(event.position.number)
        recorded.insert(event.event.id.text)
        return true
      }
      #expect(positions == Array(1..<UInt64(positions.count + 1)), "seed \(seed), kill \(kill)")
      #expect(acknowledged.isSubset(of: recorded), "seed \(seed), kill \(kill)")
    }
    #expect(midway > Self.kills / 4, "only \(midway) kills came after an acknowledgement: lengthen the delays")
  }
}
