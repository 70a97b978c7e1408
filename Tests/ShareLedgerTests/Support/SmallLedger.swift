import ShareLedger
import Testing

/// A ledger of six events: unit, user and resource, a usage of four hours, its charge and a payment.
struct SmallLedger {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let lines = [
      Samples.unit(),
      Samples.line("party.registered", id: "user", data: #"{"party":"u1","kind":"user","name":"u1"}"#),
      Samples.resource("R1"),
      Samples.line(
        "usage.recorded", id: "used", time: "2024-05-06T12:00:00+08:00",
        data: """
          {"usage":"U1","resource":"R1","unit":"x-A","user":"u1","side":"external","purpose":"research",\
          "mode":"onSite","start":"2024-05-06T08:00:00+08:00","end":"2024-05-06T12:00:00+08:00",\
          "days":[{"day":"2024-05-06","seconds":14400}]}
          """),
      Samples.line(
        "charge.assessed", id: "charged", time: "2024-05-07T12:00:00+08:00",
        data: """
          {"charge":"C1","unit":"x-A","resource":"R1","user":"u1","usage":"U1","pool":"p","serviceDay":"2024-05-06",\
          "lines":[{"component":"labour","quantity":14400,"amount":160000}],"total":160000}
          """),
      Samples.line(
        "payment.received", id: "paid", time: "2024-06-01T12:00:00+08:00",
        data: #"{"payment":"P1","charge":"C1","unit":"x-A","user":"u1","amount":60000}"#),
    ]
    let append = try Tool.run(["append", folder("lab")], input: Array(lines.joined(separator: "\n").utf8))
    #expect(append.status == 0, "\(append.error)")
  }

  func tool(_ arguments: [String]) throws -> Tool.Answer {
    try Tool.run([arguments[0], folder("lab")] + arguments.dropFirst())
  }

  func tool(_ arguments: String...) throws -> Tool.Answer { try tool(arguments) }
}
