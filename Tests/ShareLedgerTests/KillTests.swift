import Foundation
import Glibc
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

@Suite(.serialized) struct `Killing the tool in the middle of compacting` {
  @Test func `leaves a whole ledger each time`() throws {
    let folder = try TemporaryFolder()
    let path = folder("ledger")
    #expect(try Tool.run("demo", path, "--events", "20000").status == 0)
    let before = try records(path)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    var (left, finished) = (0, 0)
    for kill in 1...`Killing the tool in the middle of appends`.kills / 4 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.path)
      process.arguments = ["compact", path]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 5...600, using: &random) * 1_000)
      Glibc.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .exit { finished += 1 }
      if FileManager.default.fileExists(atPath: path + "/compact") { left += 1 }
      #expect(try records(path) == before, "seed \(seed), kill \(kill)")
    }
    #expect(left > 0, "no kill came in the middle (\(finished) finished): change the delays")
    #expect(try Tool.run("compact", path).status == 0)
    #expect(!FileManager.default.fileExists(atPath: path + "/compact"))
    #expect(try Tool.run("verify", path).status == 0)
    #expect(try records(path) == before)
  }

  /// A hash of all records, read with their checksums.
  private func records(_ path: String) throws -> [Int] {
    let ledger = try Ledger(path: path, access: .writing)
    defer { try? ledger.close() }
    var (count, hasher) = (0, Hasher())
    try ledger.replay { event in
      hasher.combine([UInt8](event.bytes))
      count += 1
    }
    return [count, hasher.finalize()]
  }
}
