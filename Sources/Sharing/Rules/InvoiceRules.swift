import EventModel

/// Invoices: each for charges of one unit and user that are on no other.
enum InvoiceRules {
  static let all = [
    Rule("invoiceIsNamedForItsNumber", types: [.invoiceIssued]) { event, _ in
      guard case .invoiceIssued(let data) = event.payload else { return }
      try Copies.check("invoice", data.invoice.text, equals: "\(data.invoiceCode)-\(data.invoiceNo)")
    },
    Rule("invoiceNamesCharges", types: [.invoiceIssued]) { event, _ in
      guard case .invoiceIssued(let data) = event.payload else { return }
      try LimitRules.notEmpty(data.charges, "charges")
      try LimitRules.distinct(data.charges.map(\.text), "charges")
    },
    Rule("invoiceRepeatsItsCharges", types: [.invoiceIssued]) { event, context in
      guard case .invoiceIssued(let data) = event.payload else { return }
      var total: Int128 = 0
      for charge in data.charges {
        let timeline = try context.charge(charge)
        if let assessed = ChargeState(folding: timeline).assessed {
          try Copies.check("unit", data.unit, equals: assessed.unit)
          try Copies.check("user", data.user, equals: assessed.user)
        }
        try Lifecycle<ChargeState>.insert(context.candidate(event), into: timeline, of: Tag(.charge, charge))
        total += Int128(ChargeState(folding: timeline, at: event.validTime).total)
      }
      try Copies.check("total", Int128(data.total.amount), equals: total)
    },
    Rule("voidingLeavesAPossibleHistory", types: [.invoiceVoided]) { event, context in
      guard case .invoiceVoided(let data) = event.payload else { return }
      for charge in data.charges {
        try Lifecycle<ChargeState>.insert(
          context.candidate(event), into: context.charge(charge), of: Tag(.charge, charge))
      }
    },
  ]
}
