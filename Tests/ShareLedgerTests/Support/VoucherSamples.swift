import Foundation
import ShareLedger

extension Samples {
  /// A programme, a voucher of 1,000.00 yuan, 600.00 of it deducted in two deductions, one of them claimed.
  static let vouchers: [String] = [
    unit(),
    line("party.registered", id: "u1", data: #"{"party":"u1","kind":"user","name":"u1"}"#),
    resource("R1"),
    line(
      "programme.opened", id: "P",
      data: #"{"programme":"P","name":"创新券","budget":1000000,"useBy":"2024-12-31","cashBy":"2025-03-31","#
        + #""ratio":5000,"exclusions":[]}"#),
    line(
      "voucher.issued", id: "V",
      data: #"{\#(voucher),"face":100000,"useBy":"2024-12-31","cashBy":"2025-03-31"}"#),
    line(
      "usage.recorded", id: "U", time: "2024-05-06T12:00:00+08:00",
      data: #"{"usage":"U1","resource":"R1","unit":"x-A","user":"u1","side":"external","purpose":"research","#
        + #""mode":"onSite","start":"2024-05-06T08:00:00+08:00","end":"2024-05-06T12:00:00+08:00","#
        + #""days":[{"day":"2024-05-06","seconds":14400}]}"#),
    line(
      "charge.assessed", id: "C", time: "2024-05-06T13:00:00+08:00",
      data:
        #"{"charge":"C","unit":"x-A","resource":"R1","user":"u1","usage":"U1","pool":"p","serviceDay":"2024-05-06","#
        + #""lines":[{"component":"labour","quantity":1,"amount":200000}],"total":200000}"#),
    deduction("D1", 50_000), deduction("D2", 10_000),
    line(
      "redemption.claimed", id: "K", time: "2024-06-01T12:00:00+08:00",
      data: #"{"claim":"K","unit":"x-A","programme":"P","deductions":["D1"],"invoice":"050-1","invoiceCode":"050","#
        + #""invoiceNo":"1","amount":50000}"#),
  ]

  private static let voucher = #""voucher":"V","programme":"P","user":"u1""#

  private static func deduction(_ id: String, _ amount: Int) -> String {
    line(
      "voucher.deducted", id: id, time: "2024-05-07T12:00:00+08:00",
      data: #"{"deduction":"\#(id)",\#(voucher),"charge":"C","unit":"x-A","amount":\#(amount)}"#)
  }
}
