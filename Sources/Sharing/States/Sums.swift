extension Int64 {
  /// The sum, or the end of the range it would leave.
  ///
  /// Admission keeps every amount of a state within 53 bits; a replica of a ledger with other rules need not, and must not
  /// trap.
  func plus(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  /// The difference, or the end of the range it would leave.
  func minus(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : difference
  }
}
