internal import EventModel

/// The parties of the city: authorities and units at the beginning, users as they come.
extension DemoCity {
  mutating func found() throws(ValueError) {
    try registerAuthority(words.committee, "城市科技资源共享管理委员会")
    try registerAuthority(words.office, "管理委员会办公室")
    try registerAuthority(words.department, "市科学技术局")
    try registerAuthority(orders.serviceCentre, "科技资源共享管理服务中心")
    let assessor = PartyRegistered(party: orders.assessor, kind: .organisation, name: try Text("科技评估有限公司"))
    try tell(.partyRegistered(assessor), at: thisSecond, by: words.office, from: words.registry)
    // The first grant may be made by anyone; the committee makes the others.
    try grantRole(.committee, to: words.committee, "城府发〔2016〕41号")
    try grantRole(.office, to: words.office, "共享委〔2016〕1号")
    try grantRole(.department, to: words.department, "共享委〔2016〕2号")
    try grantRole(.serviceCentre, to: orders.serviceCentre, "共享委〔2016〕3号")
    try grantRole(.assessor, to: orders.assessor, "共享委〔2016〕4号")
    let policy = PolicyPublished(
      policy: try Identifier("sharing-2016"), document: try Text("城市科技资源开放共享管理办法"),
      issuedOn: try Day(year: 2016, month: 10, day: 29), effectiveFrom: try Day(year: 2016, month: 10, day: 29),
      parameters: [])
    try tell(.policyPublished(policy), at: thisSecond, by: words.office, from: words.registry)
    try publishIndicators(0)
    for number in 0..<size.unitCount { try registerUnit(number) }
  }

  private mutating func registerAuthority(_ id: Identifier, _ name: String) throws(ValueError) {
    let data = PartyRegistered(party: id, kind: .authority, name: try Text(name), adcode: try Identifier("500000"))
    try tell(.partyRegistered(data), at: thisSecond, by: id, from: words.registry)
  }

  private mutating func grantRole(_ role: RoleName, to party: Identifier, _ document: String) throws(ValueError) {
    let data = RoleGranted(
      party: party, role: role, document: try Text(document), from: try Day(year: 2016, month: 10, day: 29))
    try tell(.roleGranted(data), at: thisSecond, by: words.committee, from: words.registry)
  }

  private static let places = ["渝州", "嘉陵", "两江", "巴山", "江北", "缙云", "歌乐", "南山", "长寿", "涪江", "白市", "铜梁"]
  private static let kinds: [(LegalKind, String, [String])] = [
    (.university, "12", ["大学", "理工大学", "医科大学", "师范学院"]),
    (.institute, "12", ["材料研究院", "环境科学研究所", "计量检测研究院", "中药研究院"]),
    (.enterprise, "91", ["检测技术有限公司", "生物医药有限公司", "智能装备股份有限公司"]),
    (.hospital, "12", ["中心医院", "儿童医院"]),
    (.university, "12", ["工程学院", "农业大学"]),
    (.other, "52", ["产业技术联盟"]),
  ]

  private mutating func registerUnit(_ number: Int) throws(ValueError) {
    let (kind, code, names) = DemoCity.kinds[number % DemoCity.kinds.count]
    let round = number / DemoCity.kinds.count
    let place = DemoCity.places[(number + round) % DemoCity.places.count]
    let series = round / DemoCity.places.count
    let name = place + names[round % names.count] + (series > 0 ? "第\(series + 1)分部" : "")
    let unit = DemoUnit(
      id: try Identifier(DemoUnitCode.code(code, number + 1)), name: try Text(name), legalKind: kind,
      closesQuarterly: number % 3 == 2, books: Array(repeating: DemoMonth(), count: calendar.monthCount),
      earned: Array(repeating: 0, count: words.pools.count))
    units.append(unit)
    let data = PartyRegistered(
      party: unit.id, kind: .unit, legalKind: kind, name: unit.name, adcode: try Identifier("500000"))
    try tell(.partyRegistered(data), at: thisSecond, by: words.office, from: words.registry)
    let rules = UnitRulesPublished(unit: unit.id, documentHash: try hash())
    try tell(.unitRulesPublished(rules), at: thisSecond, by: unit.id, from: words.registry)
    if !random.chance(80) {
      let linked = UnitPlatformLinked(unit: unit.id, platform: try Text("\(name)仪器共享平台"))
      try tell(.unitPlatformLinked(linked), at: thisSecond, by: unit.id, from: words.registry)
    }
  }

  /// A hash of a document that does not exist.
  mutating func hash() throws(ValueError) -> ContentHash {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for _ in 0..<4 {
      let word = random.next()
      for place in 0..<16 { text.append(digits[Int(word >> UInt64(4 * place) & 15)]) }
    }
    return try ContentHash(String(decoding: text, as: UTF8.self))
  }

  /// Registers users until there are so many; a quarter belongs to firms outside the units.
  mutating func registerUsers(upTo count: Int) throws(ValueError) {
    while users.count < min(count, size.userCount) {
      let index = users.count
      let unit = index % 4 == 0 ? -1 : Int32(index / 4 % units.count)
      users.append(DemoUser(id: try pseudonym(index), unit: unit))
      let actor = unit < 0 ? words.office : units[Int(unit)].id
      let data = PartyRegistered(party: users[index].id, kind: .user)
      try tell(.partyRegistered(data), at: thisSecond, by: actor, from: words.registry)
    }
  }

  /// An id that tells nothing of its user: a permutation of 35 bits, in 32 letters and digits.
  private func pseudonym(_ index: Int) throws(ValueError) -> Identifier {
    let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    var bits = (UInt64(index) &* 0x2_545F_4915) & 0x7_FFFF_FFFF
    bits ^= bits >> 17
    bits = (bits &* 0x1_C8E4_E5B9) & 0x7_FFFF_FFFF
    var text = [UInt8(ascii: "U")]
    for _ in 0..<7 {
      text.append(letters[Int(bits & 31)])
      bits >>= 5
    }
    return try Identifier(String(decoding: text, as: UTF8.self))
  }
}
