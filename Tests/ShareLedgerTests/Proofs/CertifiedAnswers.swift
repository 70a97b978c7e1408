import Foundation
import ShareLedger
import Testing

@testable import ShareLedgerCLI

@Suite struct `Every answer is certified` {
  private let folder: TemporaryFolder
  private let city: String

  init() throws {
    folder = try TemporaryFolder()
    city = folder("city")
    #expect(try Tool.run("demo", city, "--events", "1500").status == 0)
  }

  private static let unit = "12500000DEM0000049"
  private static let year = ["--from", "2024-01-01", "--through", "2024-12-31"]
  private static let questions: [[String]] = [
    ["balance", "income", "--at", "2024-12-31"], ["balance", "--trial"],
    ["balance", "hours"] + year + ["--every", "month"],
    ["register", "cash", "--known", "900"], ["explain", "cash:\(unit)"], ["diff", "cash", "--since", "700"],
    ["catalogue", "--search", "50%", "--limit", "5"], ["catalogue", "--since", "700", "--at", "2025-01-01"],
    ["timeline", "party:\(unit)"], ["voucher"], ["voucher", "--tie-out"], ["recovery", unit] + year,
    ["report", "fee-book"], ["report", "hours"] + year, ["report", "pool-balances"] + year,
    ["scorecard", unit] + year, ["rank"] + year, ["findings", "--open"], ["findings", "--summary"], ["unit", unit],
    ["drift"], ["scorecard", unit, "--standing"] + year,
  ]

  private func ask(_ question: [String], _ more: String...) throws -> Tool.Answer {
    try Tool.run([question[0], city] + question.dropFirst() + more)
  }

  @Test(arguments: questions)
  func `with the hash of its JSON, and asked again gives the same`(_ question: [String]) throws {
    let json = try ask(question, "--json", "--certificate", folder("certificate"))
    #expect(json.status == 0, "\(json.error)")
    let certificate = try Certificate(text: folder.read("certificate"))
    let head = try Ledger(path: city, access: .reading).treeHead(.position(Position(certificate.head.size)))
    try certificate.check(answer: Self.canonical(json.output), head: head)
    #expect(certificate.question.map(\.text).first == question[0])
    #expect(!certificate.question.contains { $0.text == city || $0.text.hasPrefix("--at") || $0.text == "--known" })
    if json.output.hasPrefix("{") {
      #expect(json.output.contains(#""result":"\#(certificate.result.hex)"}}"#))
      #expect(json.output.contains(head.root.base64))
    }
    let text = try ask(question)
    for part in [certificate.result.hex, certificate.root, "revision \(certificate.revision)"] {
      #expect(text.output.suffix(1_000).contains(part), "\(text.output.suffix(1_000))")
    }
    let csv = try ask(question, "--csv")
    #expect(!csv.output.contains(certificate.result.hex))

    // In another language too: the question names that of its labels.
    let again = try Tool.run(
      ["certify", city, "--check", folder("certificate")], environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(again.status == 0 && again.output.hasPrefix("the answer is the same"), "\(again)")
  }

  /// The answer without its certificate.
  private static func canonical(_ json: String) -> [UInt8] {
    guard json.hasPrefix("{"), let start = json.range(of: #","certificate":{"#) else { return Array(json.utf8) }
    return Array((json[..<start.lowerBound] + "}\n").utf8)
  }

  @Test func `and a replica gives the same bytes, whatever is recorded later`() throws {
    _ = try ask(["balance", "income"], "--known", "1000", "--certificate", folder("certificate"))
    _ = try Tool.run("export", city, "-o", folder("lines"))
    _ = try Tool.run("init", folder("copy"))
    _ = try Tool.run("import", folder("copy"), folder("lines"), "--replica")
    let again = try Tool.run("certify", folder("copy"), "--check", folder("certificate"))
    #expect(again.status == 0 && again.output.hasPrefix("the answer is the same"), "\(again)")
  }

  @Test func `a changed result, question or tree is found`() throws {
    _ = try ask(["balance", "income"], "--certificate", folder("certificate"))
    let text = try folder.text("certificate")
    let certificate = try Certificate(text: folder.read("certificate"))
    func check(_ old: String, _ new: String) throws -> Tool.Answer {
      #expect(text.contains(old))
      _ = try folder.file("changed", Array(text.replacing(old, with: new).utf8))
      return try Tool.run("certify", city, "--check", folder("changed"))
    }
    let result = try check(certificate.result.hex, String(repeating: "0", count: 64))
    #expect(result.status == 1 && result.output.contains("THE ANSWER DIFFERS"), "\(result)")
    #expect(try check("argument income", "argument cost").status == 1)
    let fork = try check(certificate.root, TreeHash.ofEmptyTree.base64)
    #expect(fork.status == 1 && fork.error.contains("is a fork"), "\(fork)")
    let command = try check("question balance\nargument income", "question init")
    #expect(command.status == 2 && command.output.isEmpty, "\(command)")
    #expect(try check("question balance", "question nonsense").status == 2)
    let policy = try check("policy \(certificate.policy?.text ?? "-")", "policy another")
    #expect(policy.status == 0 && policy.output.contains("policy was another"), "\(policy)")
    #expect(try check("size 1500", "size 1").status == 1)
  }

  @Test func `under the name the ledger signs with`() throws {
    let named = { try ask(["balance", "income"]).output.contains("certificate: example.com/city · size 1500") }
    #expect(try !named())
    _ = try Tool.run("key", "generate", folder("key"), "--origin", "example.com/city")
    _ = try Tool.run("checkpoint", city, "--key", folder("key"))
    #expect(try named())
  }

  @Test(arguments: [
    (["balance", "cash", "cash", "--json"], ["balance", "cash"]), (["balance", "--at=2024-01-01", "x"], ["balance"]),
    (["catalogue", "--unit", "x", "x", "--known", "3"], ["catalogue", "--unit", "x"]),
    (["catalogue", "x", "--search", ""], ["catalogue", "--search", "%"]),
    (["catalogue", "x", "--search", "5%\n"], ["catalogue", "--search", "5%25%0a"]),
    (["report", "x", "fee-book", "--csv", "--certificate", "x"], ["report", "fee-book"]),
    (["register", "cash", "--certificate=x", "--", "cash"], ["register", "--", "cash"]),
    (["drift", "--lang=zh", "x", "--unit", "u"], ["drift", "--lang", "zh", "--unit", "u"]),
    (["findings", "x", "--threads", "2", "--lang", "en"], ["findings", "--lang", "en"]),
    (["project", "x", "findings"], ["project", "findings"]),
  ])
  func `whatever the words stand like`(_ words: [String], _ lines: [String]) throws {
    let question = try QuestionWords.question(words)
    #expect(["x", "cash"].contains(question.place.ledger))
    let stripped = QuestionWords(question, words)
    #expect(stripped.lines == lines)
    #expect(QuestionWords(lines: lines).words == stripped.words)
    #expect(try stripped.question(of: "y", known: "3").place.ledger == "y")
  }
}

extension Certificate {
  fileprivate var root: String { head.root.base64 }
}
