import Foundation
import Testing

@Suite struct `The voucher command` {
  private static func ledger(in folder: TemporaryFolder) throws -> String {
    let ledger = folder("lab")
    let lines = try folder.file("lines", Array(Samples.vouchers.joined(separator: "\n").utf8))
    #expect(try Tool.run("init", ledger).status == 0)
    let answer = try Tool.run("append", ledger, lines)
    #expect(answer.status == 0, "\(answer.error)")
    return ledger
  }

  @Test func `shows vouchers in yuan for people and in fen for programs`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Self.ledger(in: folder)
    let table = try Tool.run("voucher", ledger, "--at", "2024-06-30")
    #expect(table.status == 0, "\(table.error)")
    let row = try #require(table.lines.dropFirst().first).split(separator: " ").map(String.init)
    #expect(
      row == [
        "V", "P", "u1", "usable", "1000.00", "400.00", "0.00", "600.00", "0.00", "0.00", "0.00", "2024-12-31",
        "2025-03-31",
      ])
    #expect(table.lines.contains { $0.hasPrefix("1 of 1 vouchers, in yuan · valid ") })
    let csv = try Tool.run("voucher", ledger, "V", "--at", "2024-06-30", "--csv")
    #expect(csv.output.hasSuffix("V,P,u1,usable,100000,40000,0,60000,0,0,0,2024-12-31,2025-03-31\r\n"))
    let json = try Tool.run("voucher", ledger, "--at", "2024-01-31", "--json")
    #expect(json.output.contains(#""vouchers":[]"#))
    #expect(try Tool.run("voucher", ledger, "V9").output.contains("0 of 1 vouchers"))
    #expect(try Tool.run("voucher", ledger, "--programme", "Q").output.contains("0 of 1 vouchers"))
  }

  @Test func `shows what a programme owes and who waits`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Self.ledger(in: folder)
    let liability = try Tool.run("voucher", ledger, "--liability", "--at", "2024-06-30", "--csv")
    #expect(
      liability.output.hasSuffix(
        "P,创新券,open,1,1000000,900000,100000,40000,0,60000,10000,50000,0,0,0,0,0,100000,2024-12-31,2025-03-31\r\n"))
    let queue = try Tool.run("voucher", ledger, "--queue", "--at", "2024-06-30", "--json")
    #expect(
      queue.output.contains(
        #"{"claim":"K","unit":"x-A","programme":"P","invoice":"050-1","amount":"50000","claimedOn":"2024-06-01","#
          + #""daysWaiting":29,"deductions":["D1"]}"#))
    #expect(try Tool.run("voucher", ledger, "V", "--queue").status == 2)
    #expect(try Tool.run("voucher", ledger, "--queue", "--tie-out").status == 2)
  }

  @Test func `ties out, and exits with 1 where a replica does not`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Self.ledger(in: folder)
    let sound = try Tool.run("voucher", ledger, "--tie-out")
    #expect(sound.status == 0)
    #expect(sound.lines.contains { $0.hasPrefix("all agree, in yuan") })
    // Admission never lets a claim differ from its deductions, but a replica takes what was recorded elsewhere.
    let exported = try Tool.run("export", ledger).output
    let changed = exported.replacingOccurrences(
      of: #""invoiceNo":"1","amount":50000"#, with: #""invoiceNo":"1","amount":50001"#)
    #expect(changed != exported)
    let (replica, file) = (folder("replica"), try folder.file("changed", Array(changed.utf8)))
    #expect(try Tool.run("init", replica).status == 0)
    let imported = try Tool.run("import", replica, file, "--replica")
    #expect(imported.status == 0, "\(imported.error)")
    let broken = try Tool.run("voucher", replica, "--tie-out", "--csv")
    #expect(broken.status == 1)
    #expect(broken.output.contains("\r\nP,deducted,60000,60001,1\r\n"))
    #expect(broken.output.contains("\r\n(all),deducted,60000,60001,1\r\n"))
    #expect(try Tool.run("voucher", replica, "--tie-out", "--programme", "Q").status == 0)
  }
}
