internal import EventModel

/// A price by quantity: up to three steps, exact, half a fen rounded up once at the end.
struct DemoPrice: Sendable {
  struct Step: Sendable {
    let over: Int64
    let fen: Int64
    var isFlat = false
  }

  /// Seconds in what the price is for: 3,600, or 1 for things that are counted.
  let unit: Int64
  let steps: [Step]

  /// In fen.
  func amount(of quantity: Int64) -> Int64 {
    var sum: Int64 = 0
    for index in steps.indices where quantity > steps[index].over {
      let end = index + 1 < steps.count ? min(quantity, steps[index + 1].over) : quantity
      sum += steps[index].fen * (steps[index].isFlat ? unit : end - steps[index].over)
    }
    return (sum * 2 + unit) / (unit * 2)
  }

  func tiers() throws(ValueError) -> [FeeTier] {
    var tiers: [FeeTier] = []
    for step in steps {
      tiers.append(FeeTier(over: try Count(step.over), fen: try Fen(step.fen), flat: step.isFlat ? true : nil))
    }
    return tiers
  }
}

/// A published version of fees.
struct DemoFees: Sendable {
  let standard: Identifier
  /// The instruments it names.
  let instruments: [Int32]
  /// The first day it holds, in days since 1970.
  let from: Int64
  let measure: FeeMeasure
  let external: DemoPrice
  let inside: DemoPrice
  let power: DemoPrice
  let samples: DemoPrice?
  let water: DemoPrice?

  /// Prices of a class in some year: they rise by three per cent a year, and units price by steps of their own.
  init(
    _ what: DemoClass, standard: Identifier, instruments: [Int32], from: Int64, style: Int, year: Int
  ) {
    self.standard = standard
    self.instruments = instruments
    self.from = from
    let percent = Int64(92 + style % 5 * 4 + 3 * year)
    let hour = what.hourPrice * percent / 3 * 3
    typealias Step = DemoPrice.Step
    switch style % 4 {
    case 0:
      let steps = [Step(over: 0, fen: hour, isFlat: true), Step(over: 3_600, fen: hour * 4 / 5)]
      external = DemoPrice(unit: 3_600, steps: steps)
    case 1:
      let steps = [
        Step(over: 0, fen: hour), Step(over: 7_200, fen: hour * 9 / 10), Step(over: 18_000, fen: hour * 4 / 5),
      ]
      external = DemoPrice(unit: 3_600, steps: steps)
    default: external = DemoPrice(unit: 3_600, steps: [Step(over: 0, fen: hour)])
    }
    inside = DemoPrice(unit: 3_600, steps: [Step(over: 0, fen: hour / 2)])
    power = DemoPrice(unit: 3_600, steps: [Step(over: 0, fen: what.powerPrice * 100)])
    samples =
      what.samplePrice == 0
      ? nil
      : DemoPrice(
        unit: 1, steps: [Step(over: 0, fen: what.samplePrice * percent), Step(over: 10, fen: what.samplePrice * 80)])
    water = style % 5 == 3 ? DemoPrice(unit: 1, steps: [Step(over: 0, fen: 450, isFlat: true)]) : nil
    measure = style % 7 == 4 ? .booked : style % 7 == 6 ? .overage : .used
  }

  func lines(_ words: DemoWords) throws(ValueError) -> [FeeLine] {
    var lines = [
      FeeLine(
        component: .labour, label: words.labour, basis: .perHour, measure: measure, userClass: words.external,
        tiers: try external.tiers()),
      FeeLine(
        component: .labour, label: words.labour, basis: .perHour, measure: measure, userClass: words.inside,
        tiers: try inside.tiers()),
      FeeLine(
        component: .electricity, label: words.power, basis: .perHour, measure: .used, tiers: try power.tiers()),
    ]
    if let samples {
      lines.append(
        FeeLine(component: .material, label: words.consumables, basis: .perSample, tiers: try samples.tiers()))
    }
    if let water {
      lines.append(FeeLine(component: .water, label: words.water, basis: .perUse, tiers: try water.tiers()))
    }
    return lines
  }

  /// What a visit costs, line by line.
  func price(_ visit: DemoVisit, _ words: DemoWords) -> [DemoLine] {
    let used = (visit.end - visit.start) / DemoCalendar.second
    let counted = visit.seconds(measure)
    let labour = visit.side == .external ? external : inside
    var lines: [DemoLine] = []
    lines.reserveCapacity(4)
    lines.append(
      DemoLine(component: .labour, label: words.labour, quantity: counted, amount: labour.amount(of: counted)))
    lines.append(
      DemoLine(component: .electricity, label: words.power, quantity: used, amount: power.amount(of: used)))
    if let samples, visit.samples > 0 {
      lines.append(
        DemoLine(
          component: .material, label: words.consumables, quantity: visit.samples,
          amount: samples.amount(of: visit.samples)))
    }
    if let water {
      lines.append(DemoLine(component: .water, label: words.water, quantity: 1, amount: water.amount(of: 1)))
    }
    return lines
  }
}

/// The instruments priced together, and every version of their fees.
struct DemoTariff: Sendable {
  let unit: Int32
  let classIndex: Int32
  var instruments: [Int32]
  var versions: [DemoFees] = []

  /// The version that holds on a day.
  func fees(on day: Int64) -> DemoFees? { versions.last { $0.from <= day } }
}
