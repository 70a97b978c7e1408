import EventModel

/// Short ways to the facts of vouchers: programme `P`, voucher `V` of `u1`, charges of `u1` at `x-uni`. All in fen.
extension TestLedger {
  /// The world with a programme of 10,000.00 yuan that pays half, and a voucher of 1,000.00 yuan.
  static func voucherWorld(programme more: String = "", face: Int = 100_000) throws -> TestLedger {
    let ledger = try world()
    try ledger.add("programme.opened", programme(more: more), at: "2024-01-05")
    try ledger.add("voucher.issued", voucher(face: face), at: "2024-02-01")
    return ledger
  }

  static func programme(
    _ id: String = "P", budget: Int = 1_000_000, useBy: String = "2024-12-31", cashBy: String = "2025-03-31",
    ratio: Int = 5_000, more: String = ""
  ) -> String {
    """
    {"programme":"\(id)","name":"创新券","budget":\(budget),"useBy":"\(useBy)","cashBy":"\(cashBy)","ratio":\(ratio),\
    "exclusions":[]\(more)}
    """
  }

  /// The data of an issue.
  static func voucher(
    _ id: String = "V", programme: String = "P", user: String = "u1", face: Int = 100_000,
    useBy: String = "2024-12-31", cashBy: String = "2025-03-31", more: String = ""
  ) -> String {
    voucherStep(
      #""face":\#(face),"useBy":"\#(useBy)","cashBy":"\#(cashBy)"\#(more)"#, id, programme: programme, user: user)
  }

  /// The data of any step of a voucher: the fields all repeat, and more.
  static func voucherStep(
    _ more: String, _ voucher: String = "V", programme: String = "P", user: String = "u1"
  ) -> String {
    #"{"voucher":"\#(voucher)","programme":"\#(programme)","user":"\#(user)",\#(more)}"#
  }

  static func hold(_ amount: Int, booking: String = "B", voucher: String = "V", more: String = "") -> String {
    voucherStep(#""booking":"\#(booking)","amount":\#(amount)\#(more)"#, voucher)
  }

  static func deduction(
    _ id: String, _ amount: Int, charge: String = "C", voucher: String = "V", programme: String = "P",
    user: String = "u1", unit: String = "x-uni", more: String = ""
  ) -> String {
    voucherStep(
      #""deduction":"\#(id)","charge":"\#(charge)","unit":"\#(unit)","amount":\#(amount)\#(more)"#, voucher,
      programme: programme, user: user)
  }

  static func reversal(
    _ id: String, _ amount: Int, charge: String = "C", voucher: String = "V", programme: String = "P",
    user: String = "u1", unit: String = "x-uni", useBy: String = "2024-12-31", more: String = ""
  ) -> String {
    deduction(
      id, amount, charge: charge, voucher: voucher, programme: programme, user: user, unit: unit,
      more: #","useBy":"\#(useBy)","reason":"r"\#(more)"#)
  }

  /// The data of a claim; its invoice is `code-no` unless said otherwise.
  static func claim(
    _ id: String, _ deductions: [String], _ amount: Int, no: String? = nil, invoice: String? = nil,
    unit: String = "x-uni", programme: String = "P"
  ) -> String {
    let no = no ?? id
    return answer(
      id, deductions,
      #""invoice":"\#(invoice ?? "050-\(no)")","invoiceCode":"050","invoiceNo":"\#(no)","amount":\#(amount)"#,
      unit: unit, programme: programme)
  }

  /// The data of a step of a claim: the fields all repeat, and more.
  static func answer(
    _ id: String, _ deductions: [String], _ more: String, unit: String = "x-uni", programme: String = "P"
  ) -> String {
    let list = deductions.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"claim":"\#(id)","unit":"\#(unit)","programme":"\#(programme)","deductions":[\#(list)],\#(more)}"#
  }

  /// A charge of `u1` at `x-uni` for a use of its own on 2024-05-06.
  func addChargeOfUser(_ id: String = "C", _ total: Int = 200_000, user: String = "u1", at time: String = "2024-05-07")
    throws
  {
    let usage = TestLedger.usage("U-\(id)").replacing(#""user":"u1""#, with: #""user":"\#(user)""#)
    try add("usage.recorded", usage, at: "2024-05-06T12:00:00+08:00")
    let charge = TestLedger.charge(
      id, usage: "U-\(id)", user: user, lines: TestLedger.line("labour", Int64(total), 1), total: Int64(total))
    try add("charge.assessed", charge, at: time)
  }

  /// Deducts and must be let.
  func deduct(
    _ id: String, _ amount: Int, charge: String = "C", voucher: String = "V", at time: String = "2024-06-01"
  ) throws {
    try add("voucher.deducted", TestLedger.deduction(id, amount, charge: charge, voucher: voucher), at: time)
  }
}
