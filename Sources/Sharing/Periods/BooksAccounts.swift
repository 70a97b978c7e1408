package import EventModel

extension AccountPrefix {
  /// The accounts in the books of a unit, or in those of the platform, which are all; the accounts of each prefix count
  /// the same commodity.
  package static func all(inBooks books: Identifier) -> [(prefix: AccountPrefix, commodity: Commodity)] {
    AccountFamily.allCases.flatMap { family -> [(prefix: AccountPrefix, commodity: Commodity)] in
      guard books == .platformBooks else {
        guard family.isOfUnit, let commodity = family.commodity else { return [] }
        return [(AccountPrefix(family, books), commodity)]
      }
      if let commodity = family.commodity { return [(AccountPrefix(family), commodity)] }
      return [Commodity.sec, .num].map { (AccountPrefix(Account(family, $0.wireName)), $0) }
    }
  }
}
