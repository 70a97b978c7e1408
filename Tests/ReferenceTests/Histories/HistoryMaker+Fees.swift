import EventModel

/// Fee standards of any shape that can be.
extension HistoryMaker {
  mutating func standard() throws -> [Proposal] {
    let resource = one(HistoryMaker.resources)
    var resources = [try Identifier(resource.id)]
    if resource.id != "R:3", chance(30) { resources = [try Identifier("R1"), try Identifier("R2")] }
    let at = try moment()
    let data = FeeStandardPublished(
      standard: try new("S"), organisation: try Identifier(chance(90) ? resource.unit : "x-org"),
      resources: resources, effectiveFrom: try Day(number: Int64(SlowTime.day(at) + int(-3...20))),
      publishedAt: try Text("https://uni.example/fees"), lines: try (0..<int(1...3)).map { _ in try feeLine() })
    return [try fact(data, at: at)]
  }

  private mutating func feeLine() throws -> FeeLine {
    let basis = one([FeeBasis.perHour, .perHour, .perHour, .perUse, .perSample, .perItem])
    var tiers: [FeeTier] = []
    var over = 0
    for number in 0..<int(1...4) {
      let flat: Bool? = chance(25) ? true : chance(20) ? false : nil
      tiers.append(FeeTier(over: try Count(Int64(over)), fen: try fen(int(0...60_000)), flat: flat))
      over += basis == .perHour ? one([1_800, 3_600, 5_401, 7_200]) : int(1...(number + 4))
    }
    return FeeLine(
      component: one(HistoryMaker.components), label: chance(30) ? try Text("NMR") : nil, basis: basis,
      measure: basis == .perHour ? one([nil, .booked, .used, .overage]) : nil,
      userClass: chance(20) ? try Identifier("student") : nil, tiers: tiers)
  }

  mutating func withdrawal() throws -> [Proposal] {
    guard let standard = pick(scene.standards) else { return [] }
    let data = FeeStandardWithdrawn(
      standard: standard.standard, organisation: standard.organisation, resources: standard.resources,
      from: try Day(number: Int64(SlowTime.day(standard.effectiveFrom) + int(-2...60))))
    return [try fact(data, at: try moment(try HistoryMaker.start(of: SlowTime.day(standard.effectiveFrom))))]
  }
}
