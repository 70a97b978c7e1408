import EventModel
import ShareLedger

/// The rows of a book of vouchers, whichever part of it is asked for.
enum VoucherOutput {
  static func vouchers(_ entries: [VoucherEntry]) -> FigureRows {
    FigureRows(
      name: "vouchers",
      titles: [
        "voucher", "programme", "user", "status", "face", "open", "held", "deducted", "expired", "returned", "revoked",
        "useBy", "cashBy",
      ],
      rows: entries.map { entry in
        [
          .text(entry.voucher.text), .text(entry.programme.text), .text(entry.user.text), .text(entry.status.rawValue),
          .fen(entry.face), .fen(entry.open), .fen(entry.held), .fen(entry.deducted), .fen(entry.expired),
          .fen(entry.returned), .fen(entry.revoked), .text("\(entry.useBy)"), .text("\(entry.cashBy)"),
        ]
      })
  }

  static func liabilities(_ programmes: [ProgrammeLiability]) -> FigureRows {
    FigureRows(
      name: "programmes",
      titles: [
        "programme", "name", "status", "vouchers", "budget", "available", "issued", "open", "held", "deducted",
        "unclaimed", "queued", "paid", "rejected", "expired", "returned", "revoked", "liability", "useBy", "cashBy",
      ],
      rows: programmes.map { programme in
        [
          .text(programme.programme.text), .text(programme.name.string), .text(programme.isClosed ? "closed" : "open"),
          .count(programme.voucherCount), .fen(programme.budget), .fen(programme.available), .fen(programme.issued),
          .fen(programme.open), .fen(programme.held), .fen(programme.deducted), .fen(programme.unclaimed),
          .fen(programme.queued), .fen(programme.paid), .fen(programme.rejected), .fen(programme.expired),
          .fen(programme.returned), .fen(programme.revoked), .fen(programme.liability), .text("\(programme.useBy)"),
          .text("\(programme.cashBy)"),
        ]
      })
  }

  static func queue(_ claims: [QueuedClaim]) -> FigureRows {
    FigureRows(
      name: "queue",
      titles: ["claim", "unit", "programme", "invoice", "amount", "claimedOn", "daysWaiting", "deductions"],
      rows: claims.map { claim in
        [
          .text(claim.claim.text), .text(claim.unit.text), .text(claim.programme.text), .text(claim.invoice.text),
          .fen(claim.amount), .text("\(claim.claimedAt.day)"), .count(claim.daysWaiting),
          .list(claim.deductions.map(\.text)),
        ]
      })
  }

  /// What the row of all programmes together is called.
  private static let all = "(all)"

  static func tieOut(_ lines: [TieOutLine]) -> FigureRows {
    FigureRows(
      name: "tieOut", titles: ["programme", "check", "expected", "found", "difference"],
      rows: lines.map { line in
        [
          .text(line.programme?.text ?? all), .text(line.check.rawValue), .fen(line.expected), .fen(line.found),
          .fen(line.difference),
        ]
      })
  }
}
