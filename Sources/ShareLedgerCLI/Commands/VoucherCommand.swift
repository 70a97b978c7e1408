import ArgumentParser
import EventModel
import ShareLedger

/// `voucher`: vouchers, what programmes owe, who waits to be paid, and whether it all agrees.
struct VoucherCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "voucher", abstract: "Show vouchers, what programmes owe, and who waits to be paid.",
    discussion: """
      EXAMPLE
        shareledger voucher lab
        shareledger voucher lab V-2024-0042 --at 2024-12-31
        shareledger voucher lab --liability --csv
        shareledger voucher lab --tie-out

      Amounts count through the day of --at, by the day they are posted on. --tie-out compares, per programme and in \
      all: issued = open + held + deducted + expired + returned + revoked; deducted = paid + queued + unclaimed; handed \
      in = paid + queued + rejected; and every sum with its accounts. When one differs the exit status is 1.
      """)

  /// Which part of the book.
  enum Part: EnumerableFlag {
    case liability
    case queue
    case tieOut

    static func help(for value: Part) -> ArgumentHelp? {
      switch value {
      case .liability: "Show what each programme has given out and may still have to pay."
      case .queue: "Show the claims that wait for an answer, the oldest first."
      case .tieOut: "Compare sums that must agree; the exit status is 1 when they do not."
      }
    }
  }

  @OptionGroup var place: LedgerArgument

  @Argument(help: "Only this voucher.", transform: Arguments.identifier)
  var voucher: Identifier?

  @Option(help: ArgumentHelp("Only this programme.", valueName: "programme"), transform: Arguments.identifier)
  var programme: Identifier?

  @Flag(exclusivity: .exclusive)
  var part: Part?

  @OptionGroup var asOf: AsOfOptions

  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  func validate() throws {
    if voucher != nil, part != nil { throw ValidationError("name a voucher or a part of the book, not both") }
  }

  func answer(_ view: LedgerView) throws -> Answer {
    let book = try view.vouchers()
    let agrees = part != .tieOut || lines(book).allSatisfy { $0.difference == 0 }
    return Answer(status: agrees ? .ok : .refused) { try write(book, view.asOf, $0, $1) }
  }

  private func write(
    _ book: VoucherBook, _ asOf: AsOf, _ output: Output, _ format: OutputFormat?
  ) throws(FileFault) {
    switch part {
    case nil:
      let entries = book.vouchers.filter { (voucher ?? $0.voucher) == $0.voucher && isAsked($0.programme) }
      let rows = VoucherOutput.vouchers(entries)
      try rows.write(
        output, format, asOf: asOf, remark: "\(entries.count) of \(book.vouchers.count) vouchers, in yuan")
    case .liability:
      let programmes = book.programmes.filter { isAsked($0.programme) }
      let rows = VoucherOutput.liabilities(programmes)
      try rows.write(output, format, asOf: asOf, remark: "\(programmes.count) programmes, in yuan")
    case .queue:
      let claims = book.queue.filter { isAsked($0.programme) }
      let rows = VoucherOutput.queue(claims)
      try rows.write(output, format, asOf: asOf, remark: "\(claims.count) claims waiting, in yuan")
    case .tieOut:
      let lines = lines(book)
      let count = lines.count { $0.difference != 0 }
      let rows = VoucherOutput.tieOut(lines)
      try rows.write(
        output, format, asOf: asOf, remark: count == 0 ? "all agree, in yuan" : "\(count) differ, in yuan")
    }
  }

  /// The checks of the programme asked for, or all.
  private func lines(_ book: VoucherBook) -> [TieOutLine] {
    book.tieOut.lines.filter { programme == nil || $0.programme == programme }
  }

  private func isAsked(_ id: Identifier) -> Bool { (programme ?? id) == id }
}
