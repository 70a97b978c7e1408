import Foundation

/// A small year of a unit `x-A`: a fee standard, two uses, charges, costs and a waiver.
enum MoneySamples {
  static func ledger(in folder: TemporaryFolder) throws -> String {
    let path = folder("lab")
    _ = try Tool.run("init", path)
    let append = try Tool.run(["append", path], input: Array(lines.joined(separator: "\n").utf8))
    if append.status != 0 { throw Failure(message: append.error) }
    return path
  }

  struct Failure: Error { let message: String }

  private static var lines: [String] {
    let charged = #""unit":"x-A","user":"u1""#
    return [
      Samples.unit(),
      Samples.line("party.registered", id: "u1", data: #"{"party":"u1","kind":"user","name":"u1"}"#),
      Samples.resource("R1"),
      line(
        "feeStandard.published", "F1", "2024-01-01",
        #""standard":"F1","organisation":"x-A","resources":["R1"],"effectiveFrom":"2024-03-01","publishedAt":"公示栏","#
          + #""lines":[{"component":"labour","label":"上机","basis":"perHour","measure":"used","tiers":"#
          + #"[{"over":0,"fen":50000,"flat":true},{"over":3600,"fen":40000}]}]"#),
      usage("U1", "2024-03-04", hours: 2, seconds: 1_800), usage("U2", "2024-03-05", hours: 1, seconds: 0),
      line(
        "charge.assessed", "C1", "2024-03-06",
        #""charge":"C1",\#(charged),"resource":"R1","usage":"U1","standard":"F1","pool":"nmr","#
          + #""serviceDay":"2024-03-04","lines":[{"component":"labour","label":"上机","quantity":9000,"amount":110000}],"#
          + #""total":110000"#),
      line(
        "charge.assessed", "C2", "2024-03-06",
        #""charge":"C2",\#(charged),"resource":"R1","usage":"U2","standard":"F1","pool":"nmr","#
          + #""serviceDay":"2024-03-05","lines":[{"component":"labour","label":"上机","quantity":3600,"amount":60000}],"#
          + #""total":60000"#),
      line(
        "cost.recorded", "K1", "2024-03-07",
        #""cost":"K1","unit":"x-A","pool":"nmr","component":"labour","amount":100000"#),
      line(
        "charge.waived", "W1", "2024-03-08",
        #""charge":"C2",\#(charged),"amount":1000,"reason":"教学减免","approver":"x-A""#),
    ]
  }

  private static func line(_ type: String, _ id: String, _ day: String, _ data: String) -> String {
    Samples.line(type, id: "money-\(id)", time: "\(day)T00:00:00+08:00", data: "{\(data)}")
  }

  private static func usage(_ id: String, _ day: String, hours: Int, seconds: Int) -> String {
    let end =
      "\(day)T\(String(8 + hours).count < 2 ? "0" : "")\(8 + hours):\(seconds / 60 == 0 ? "00" : "\(seconds / 60)"):00+08:00"
    return Samples.line(
      "usage.recorded", id: "money-\(id)", time: end,
      data: #"{"usage":"\#(id)","resource":"R1","unit":"x-A","user":"u1","side":"external","purpose":"research","#
        + #""mode":"onSite","start":"\#(day)T08:00:00+08:00","end":"\#(end)","#
        + #""days":[{"day":"\#(day)","seconds":\#(hours * 3_600 + seconds)}]}"#)
  }
}
