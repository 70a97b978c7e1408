import Foundation
import ShareLedger
import Testing

@Suite struct `The tool does the main job` {
  @Test func `from an empty directory to the catalogue of a laboratory as of any day`() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", folder("lab")).status == 0)
    let append = try Tool.run("append", folder("lab"), Samples.pnnl)
    #expect(append.status == 0, "\(append.error)")
    #expect(append.output.hasPrefix("recorded "))

    let autumn = try Tool.run("catalogue", folder("lab"), "--at", "2025-10-01T00:00:00Z", "--csv")
    #expect(autumn.status == 0, "\(autumn.error)")
    let rows = autumn.output.components(separatedBy: "\r\n").dropLast()
    #expect(rows.count == 262)
    #expect(rows.first { $0.hasPrefix("160,") }?.contains(",awaitingRepair,") == true)

    let spring = try Tool.run("catalogue", folder("lab"), "--at", "2026-03-01", "--csv")
    let row = spring.output.components(separatedBy: "\r\n").first { $0.hasPrefix("160,") }
    #expect(row?.contains(",normal,") == true)
  }

  @Test func `with --known at an early position the later facts are absent`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    _ = try Tool.run("append", folder("lab"), Samples.pnnl)
    let early = try Tool.run("catalogue", folder("lab"), "--known", "10", "--json")
    #expect(early.status == 0, "\(early.error)")
    let all = try Tool.run("catalogue", folder("lab"), "--json")
    let count = { (text: String) in text.components(separatedBy: #"{"resource":"#).count - 1 }
    let log = try Tool.run("log", folder("lab"), "--to", "10", "--type", "resource.acquired")
    #expect(count(early.output) == log.lines.count)
    #expect(count(all.output) == 263)
    #expect(try Tool.run("catalogue", folder("lab"), "--known", "999999").status == 2)
  }

  @Test func `appending the same file again records nothing`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let first = try Tool.run("append", folder("lab"), Samples.pnnl, "--json")
    let second = try Tool.run("append", folder("lab"), Samples.pnnl, "--json")
    #expect(first.output.contains(#""alreadyRecorded":0"#))
    #expect(second.output.hasPrefix(#"{"recorded":0,"#))
    #expect(try Tool.run("verify", folder("lab")).status == 0)
  }

  @Test func `a change taken in late is explained by the positions that brought it`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    _ = try Tool.run(["append", folder("lab")], input: Array((Samples.unit() + "\n" + Samples.resource("R1")).utf8))
    let late = Samples.line(
      "resource.statusChanged", id: "late", time: "2024-02-02T00:00:00+08:00",
      data: #"{"resource":"R1","status":"retired"}"#)
    let append = try Tool.run(["append", folder("lab"), "-"], input: Array(late.utf8))
    #expect(append.status == 0, "\(append.error)")
    let difference = try Tool.run("catalogue", folder("lab"), "--at", "2024-03-01", "--since", "2", "--csv")
    #expect(difference.output == "change,resource,field,old,new,positions\r\nchanged,R1,status,normal,retired,3\r\n")
    let before = try Tool.run("timeline", folder("lab"), "resource:R1", "--known", "2", "--csv")
    #expect(before.output.components(separatedBy: "\r\n").count == 3)
  }
}
