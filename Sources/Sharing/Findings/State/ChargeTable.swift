import EventLog
import EventModel

/// Every charge in a few words and its lines in a few bytes.
struct ChargeTable: Sendable {
  /// A charge as assessed.
  struct Charge: Sendable {
    let position: Position
    var usage: UInt32
    var resource: UInt32
    var unit: UInt32
    /// The standard it names; ``UseTable/none`` for none.
    var standard: UInt32
    /// The class of user it names; ``UseTable/none`` for none.
    var userClass: UInt32
    /// The civil day of its valid time.
    let day: Int32
    /// Where its id and lines start.
    var start: Int
  }

  private(set) var charges: [Charge] = []
  private var standards = Interner()
  private var userClasses = Interner()
  private var labels = Interner()
  /// Id and lines of the charges, one after another.
  private var bytes: [UInt8] = []

  /// Adds a charge whose parties and things are numbered elsewhere.
  mutating func add(
    _ event: EventView, _ data: ChargeAssessedView, usage: UInt32, resource: UInt32, unit: UInt32
  ) throws(CodecError) {
    var standard = UseTable.none
    if let id = data.standard { standard = standards.intern(id) }
    var userClass = UseTable.none
    if let id = data.userClass { userClass = userClasses.intern(id) }
    charges.append(
      Charge(
        position: event.position, usage: usage, resource: resource, unit: unit, standard: standard,
        userClass: userClass, day: event.validTime.day.number, start: bytes.count))
    bytes.append(UInt8(truncatingIfNeeded: data.charge.byteCount))
    bytes.append(data.charge)
    var reader = CBORReader(data.lines)
    let count = try reader.arrayCount()
    bytes.append(varint: UInt64(count))
    for _ in 0..<count {
      let line = try ChargeLineView(from: &reader)
      bytes.append(line.component.rawValue)
      var label: UInt64 = 0
      if let text = line.label { label = UInt64(labels.intern(text)) + 1 }
      bytes.append(varint: label)
      bytes.append(signedVarint: line.quantity.value)
      bytes.append(signedVarint: line.amount.amount)
    }
  }

  /// One line of a charge, its label still a number.
  struct Line: Sendable {
    let component: CostComponent
    /// ``UseTable/none`` for none.
    let label: UInt32
    let quantity: Int64
    let amount: Int64
  }

  /// The lines of a charge as assessed.
  func lines(of charge: Charge, into lines: inout [Line]) {
    lines.removeAll(keepingCapacity: true)
    var offset = charge.start + 1 + Int(bytes[charge.start])
    let count = bytes.span.bytes.varint(at: &offset) ?? 0
    for _ in 0..<count {
      let component = CostComponent(rawValue: bytes[offset]) ?? .other
      offset += 1
      let label = UInt32(truncatingIfNeeded: bytes.span.bytes.varint(at: &offset) ?? 0) &- 1
      let quantity = bytes.span.bytes.signedVarint(at: &offset) ?? 0
      let amount = bytes.span.bytes.signedVarint(at: &offset) ?? 0
      lines.append(Line(component: component, label: label, quantity: quantity, amount: amount))
    }
  }

  func id(of charge: Charge) -> Identifier? {
    let start = charge.start + 1
    return Identifier(stored: bytes.span.bytes.extracting(start..<start + Int(bytes[charge.start])))
  }

  func standard(_ number: UInt32) -> Identifier? {
    number == UseTable.none ? nil : standards.identifier(number)
  }

  func userClass(_ number: UInt32) -> Identifier? {
    number == UseTable.none ? nil : userClasses.identifier(number)
  }

  func label(_ number: UInt32) -> Text? {
    number == UseTable.none ? nil : labels.withKey(number) { Text(stored: $0) }
  }

  /// How many standards the charges name.
  var standardCount: Int { standards.count }

  /// The number of the class of user a side stands for.
  mutating func number(ofSide side: UsageSide) -> UInt32 {
    let name = Array(side.wireName.utf8)
    return userClasses.intern(name.span.bytes)
  }

  /// The number of a label; ``UseTable/none`` for none.
  mutating func number(ofLabel label: Text?) -> UInt32 {
    guard let label else { return UseTable.none }
    let text = Array(label.string.utf8)
    return labels.intern(text.span.bytes)
  }

  /// Joins the charges of the events that follow.
  mutating func merge(_ later: ChargeTable, _ use: UseTable.Numbers, units: [UInt32]) {
    let standardNumbers = standards.merge(later.standards)
    let classNumbers = userClasses.merge(later.userClasses)
    let labelNumbers = labels.merge(later.labels)
    charges.reserveCapacity(charges.count + later.charges.count)
    var lines: [Line] = []
    for charge in later.charges {
      later.lines(of: charge, into: &lines)
      var moved = charge
      moved.usage = use.usages[Int(charge.usage)]
      moved.resource = use.resources[Int(charge.resource)]
      moved.unit = units[Int(charge.unit)]
      if charge.standard != UseTable.none { moved.standard = standardNumbers[Int(charge.standard)] }
      if charge.userClass != UseTable.none { moved.userClass = classNumbers[Int(charge.userClass)] }
      moved.start = bytes.count
      charges.append(moved)
      bytes += later.bytes[charge.start...charge.start + Int(later.bytes[charge.start])]
      bytes.append(varint: UInt64(lines.count))
      for line in lines {
        bytes.append(line.component.rawValue)
        let label = line.label == UseTable.none ? 0 : UInt64(labelNumbers[Int(line.label)]) + 1
        bytes.append(varint: label)
        bytes.append(signedVarint: line.quantity)
        bytes.append(signedVarint: line.amount)
      }
    }
  }
}
