import EventLog
import EventModel
import Sharing
import Testing

@Suite struct `The catalogue` {
  @Test func `shows facts, class and owner`() throws {
    let ledger = try TestLedger.world()
    let extra = #","classCode":"010200","location":"A","model":"M","manufacturer":"B","attributes":[{"name":"b","value":"2"},{"name":"a","value":"1"}]"#
    let position = try ledger.addResource("R2", name: "质谱仪 Orbitrap", extra: extra)
    let entry = try ledger.entry("R2", "2024-12-31")
    #expect(entry.name.string == "质谱仪 Orbitrap" && entry.unitName?.string == "渝州大学")
    #expect(entry.className == "质谱仪器" && entry.kind == .equipment && entry.status == .normal)
    #expect(entry.attributes.map(\.name.string) == ["a", "b"])
    #expect(entry.lineage == [Position(1), position] && entry.lastChanged == position)
    let changes = #"[{"field":"location","value":null},{"field":"attributes.a","value":null},{"field":"attributes.c","value":"3"}]"#
    let update = try ledger.add(
      "resource.updated", #"{"resource":"R2","changes":\#(changes)}"#, at: "2024-06-01")
    let after = try ledger.entry("R2", "2024-12-31")
    #expect(after.location == nil && after.attributes.map(\.name.string) == ["b", "c"] && after.lastChanged == update)
    #expect(try ledger.entry("R2", "2024-05-31").location?.string == "A")
  }

  @Test func `gives a late fact its true place, and forgets what was taken back`() throws {
    let ledger = try TestLedger.world()
    try ledger.add("resource.statusChanged", #"{"resource":"R1","status":"retired"}"#, at: "2024-06-01", id: "retired")
    let before = try ledger.log.head()
    try ledger.add("resource.statusChanged", #"{"resource":"R1","status":"awaitingRepair"}"#, at: "2024-03-01")
    #expect(try ledger.entry("R1", "2024-05-31").status == .awaitingRepair)
    #expect(try ledger.entry("R1", "2024-05-31", known: before).status == .normal)
    #expect(try ledger.entry("R1", "2024-06-01").status == .retired)
    let known = try ledger.log.head()
    try ledger.retract("retired")
    #expect(try ledger.entry("R1", "2024-06-01").status == .awaitingRepair)
    #expect(try ledger.entry("R1", "2024-06-01", known: known).status == .retired)
  }

  @Test func `is empty before anything is known`() throws {
    let ledger = try TestLedger.world()
    #expect(try ledger.catalogue("2025-01-01", known: .zero).entries.isEmpty)
    #expect(try ledger.catalogue("2024-01-30").entries.isEmpty)
  }

  /// Resources 1, 2, 10, a and B with different values, units and names.
  private func library() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.addParty("x-uni", name: "渝州大学")
    try ledger.addParty("x-hos", name: "Hospital")
    try ledger.addResource("10", value: 1, name: "核磁共振波谱仪 NMR 600")
    try ledger.addResource("2", unit: "x-hos", value: 90_000_000, name: "Confocal microscope", extra: #","classCode":"010301""#)
    try ledger.addResource("1", value: 30_000_000, acceptedOn: "2024-03-01", name: "nmr 400")
    try ledger.addResource("a", value: 40_000_000, funding: "own", name: "透射电子显微镜", extra: #","classCode":"010101""#)
    try ledger.addResource("B", kind: "scientificData", acceptedOn: "2016-01-01", name: "地震数据")
    return ledger
  }

  @Test func `sorts ids of digits as numbers, and missing values last`() throws {
    let catalogue = try library().catalogue("2024-12-31")
    func order(_ sort: CatalogueSort, descending: Bool = false) -> [String] {
      catalogue.page(sort: sort, descending: descending).entries.map(\.resource.text)
    }
    #expect(order(.resource) == ["1", "2", "10", "B", "a"])
    #expect(order(.resource, descending: true) == ["a", "B", "10", "2", "1"])
    #expect(order(.name) == ["2", "1", "B", "10", "a"])
    #expect(order(.unit) == ["2", "1", "10", "B", "a"])
    #expect(order(.value, descending: true) == ["2", "B", "a", "1", "10"])
    #expect(order(.dueOn) == ["2", "1", "10", "B", "a"])
    #expect(order(.dueOn, descending: true) == ["1", "2", "10", "B", "a"])
    #expect(order(.daysLate, descending: true) == ["2", "1", "10", "B", "a"])
  }

  @Test func `filters by every field and by words`() throws {
    let catalogue = try library().catalogue("2024-12-31")
    func found(_ change: (inout CatalogueFilter) throws -> Void) rethrows -> [String] {
      var filter = CatalogueFilter()
      try change(&filter)
      return catalogue.page(filter).entries.map(\.resource.text)
    }
    #expect(try found { $0.unit = try Identifier("x-hos") } == ["2"])
    #expect(found { $0.kind = .scientificData } == ["B"])
    #expect(found { $0.classCodePrefix = "0101" } == ["a"])
    #expect(found { $0.classCodePrefix = "01" } == ["2", "a"])
    #expect(found { $0.isInScope = false } == ["10"])
    #expect(found { $0.mustOpen = true } == ["1", "2", "B"])
    #expect(found { $0.isOverdue = true } == ["1", "2"])
    #expect(found { $0.mode = .external } == [])
    #expect(found { $0.status = .normal }.count == 5)
    #expect(found { $0.text = "NMR" } == ["1", "10"])
    #expect(found { $0.text = "nmr 波谱" } == ["10"])
    #expect(found { $0.text = "显微镜　大学" } == ["a"])
    #expect(found { $0.text = "电子光学" } == [])
    #expect(found { $0.text = "HOSPITAL confocal" } == ["2"])
    #expect(found { $0.text = "  " }.count == 5)
  }

  @Test func `cuts pages and counts all rows`() throws {
    let catalogue = try library().catalogue("2024-12-31")
    func ids(_ page: CataloguePage) -> [String] { page.entries.map(\.resource.text) }
    #expect(ids(catalogue.page(offset: 1, limit: 2)) == ["2", "10"])
    #expect(catalogue.page(offset: 1, limit: 2).totalCount == 5)
    #expect(ids(catalogue.page(offset: 4, limit: 10)) == ["a"])
    #expect(ids(catalogue.page(offset: 9, limit: .max)) == [])
    #expect(ids(catalogue.page(offset: -1, limit: 0)) == [])
  }
}
