import EventLog
import EventModel
@testable import Sharing
import TestSupport
import Testing

@Suite struct `Disclosures` {
  /// So many users of a resource, an hour each.
  private func use(_ ledger: TestLedger, _ resource: String, unit: String, users: Range<Int>) throws {
    for user in users {
      let id = "U-\(resource)-\(user)"
      try ledger.add(
        "usage.recorded",
        """
        {"usage":"\(id)","resource":"\(resource)","unit":"\(unit)","user":"u\(user)","side":"external",\
        "purpose":"research","mode":"onSite","start":"2024-05-06T08:00:00+08:00","end":"2024-05-06T09:00:00+08:00",\
        "days":[{"day":"2024-05-06","seconds":3600}]}
        """, at: "2024-05-06T09:00:00+08:00", id: id)
    }
  }

  private func world() throws -> TestLedger {
    let ledger = try TestLedger()
    for user in 0..<30 { try ledger.addParty("u\(user)", kind: "user") }
    for unit in ["x-a", "x-b", "x-c"] {
      try ledger.addParty(unit)
      for classCode in ["01", "02"] {
        try ledger.addResource(
          "\(unit)-\(classCode)", unit: unit, extra: #","classCode":"\#(classCode)0101""#)
      }
    }
    return ledger
  }

  private func disclosure(
    _ ledger: TestLedger, unit: String? = nil, users: Int = 5, known: Position? = nil
  ) throws -> Projection<DisclosureProjector> {
    var question = DisclosureQuestion(try FeeWorld.period("2024-01-01", "2024-12-31"))
    question.unit = try unit.map { try Identifier($0) }
    question.usersMin = users
    return try ledger.log.project(
      DisclosureProjector(question), asOf: try ledger.asOf("2024-12-31", known: known), options: ProjectionOptions())
  }

  @Test func `count resources by class and unit, and hours, services and users by side`() throws {
    let ledger = try world()
    try use(ledger, "x-a-01", unit: "x-a", users: 0..<5)
    try ledger.add("resource.opened", #"{"resource":"x-a-01","mode":"external"}"#, at: "2024-02-01")
    let found = try disclosure(ledger).output
    #expect(found.resources.count == 6 && found.resources.map(\.openCount) == [1, 0, 0, 0, 0, 0])
    #expect(found.sides.map(\.side) == [.external, .internal])
    let cell = try #require(found.sides[0].cells.first)
    #expect(cell.classCode == "01" && cell.unit?.text == "x-a" && found.sides[0].cells.count == 1)
    #expect(cell.figures == DisclosedUse.Figures(seconds: 18_000, services: 5, users: 5))
    #expect(found.sides[1].cells.isEmpty && found.sides[1].total.figures?.users == 0)
  }

  @Test func `leave out a cell of four users, and others so that totals do not tell of it`() throws {
    let ledger = try world()
    for (unit, users) in [("x-a", 0..<4), ("x-b", 0..<9), ("x-c", 0..<8)] {
      try use(ledger, "\(unit)-01", unit: unit, users: users)
      try use(ledger, "\(unit)-02", unit: unit, users: 0..<10)
    }
    let side = try disclosure(ledger).output.sides[0]
    let left = side.cells.filter { $0.figures == nil }.map { "\($0.classCode ?? "") \($0.unit?.text ?? "")" }
    // The other cell of the row that costs least, and the two of the other row below them.
    #expect(left == ["01 x-a", "01 x-c", "02 x-a", "02 x-c"])
    #expect(side.byClass.allSatisfy { $0.figures != nil } && side.total.figures?.services == 51)
    #expect(try disclosure(ledger, users: 4).output.sides[0].cells.allSatisfy { $0.figures != nil })
  }

  @Test func `of one unit with few users nothing is left, the sum of all included`() throws {
    let ledger = try world()
    try use(ledger, "x-a-01", unit: "x-a", users: 0..<4)
    let side = try disclosure(ledger, unit: "x-a").output.sides[0]
    #expect(side.cells.map(\.figures) == [nil] && side.total.figures == nil && side.byUnit.isEmpty)
  }

  @Test func `have a hash that corrections change and K does not forget`() throws {
    let ledger = try world()
    try use(ledger, "x-a-01", unit: "x-a", users: 0..<6)
    let known = try ledger.log.head()
    let before = try disclosure(ledger)
    try use(ledger, "x-a-01", unit: "x-a", users: 6..<7)
    let after = try disclosure(ledger)
    #expect(before.hash != after.hash && before.projector.fingerprint == after.projector.fingerprint)
    #expect(try disclosure(ledger, known: known).hash == before.hash)
    #expect(try ContentHash(before.hash.text) == ContentHash(hashing: before.bytes))
  }

  @Test(arguments: 1...60)
  func `never let a suppressed cell be computed from the published ones`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let (rows, columns) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...6, using: &random))
    var cells = (0...rows).map { _ in (0...columns).map { _ in Suppression.Cell(users: 0, weight: 0) } }
    for row in 0..<rows {
      for column in 0..<columns where Int.random(in: 0..<10, using: &random) > 2 {
        let users = Int.random(in: 1...12, using: &random)
        for row in [row, rows] {
          for column in [column, columns] {
            cells[row][column].users += users
            cells[row][column].weight += Int64(users)
          }
        }
      }
    }
    let suppression = Suppression(cells, usersMin: 5)
    var unknown: [(Int, Int)] = []
    for row in 0...rows {
      for column in 0...columns {
        let users = cells[row][column].users
        if users > 0, users < 5 { #expect(suppression.isSuppressed[row][column], "seed \(seed)") }
        if users == 0 { #expect(!suppression.isSuppressed[row][column], "seed \(seed)") }
        if suppression.isSuppressed[row][column] { unknown.append((row, column)) }
      }
    }
    let equations =
      (0...rows).map { row in unknown.map { $0.0 == row ? 1.0 : 0 } }
      + (0...columns).map { column in unknown.map { $0.1 == column ? 1.0 : 0 } }
    #expect(determined(equations, count: unknown.count).isEmpty, "seed \(seed)")
  }

  /// Which unknowns the equations determine: those that stand alone in a row of the reduced echelon form. The signs of
  /// totals do not matter to that.
  private func determined(_ equations: [[Double]], count: Int) -> [Int] {
    var rows = equations
    var pivot = 0
    for column in 0..<count {
      guard let found = (pivot..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
      rows.swapAt(pivot, found)
      let scale = rows[pivot][column]
      rows[pivot] = rows[pivot].map { $0 / scale }
      for other in rows.indices where other != pivot && abs(rows[other][column]) > 1e-9 {
        let factor = rows[other][column]
        for place in 0..<count { rows[other][place] -= factor * rows[pivot][place] }
      }
      pivot += 1
      if pivot == rows.count { break }
    }
    return rows.compactMap { row in
      let places = row.indices.filter { abs(row[$0]) > 1e-9 }
      return places.count == 1 ? places[0] : nil
    }
  }
}
