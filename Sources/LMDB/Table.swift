internal import CLMDB
internal import Synchronization

/// One named B-tree of an environment, declared once as a constant.
///
/// All tables of a module stand in one file; that file is its stored schema. A table belongs to no environment:
/// each environment maps the declaration to its own handle when it opens.
///
/// ```swift
/// static let events = Table("events", keys: .integer)
/// static let timelines = Table("timelines", keys: .bytes, isDerived: true)
/// ```
@safe @usableFromInline package struct Table: Sendable {
  /// How the keys of a table are compared.
  @usableFromInline package enum Keys: Sendable, Hashable {
    /// Native unsigned 64-bit integers in numeric order (`MDB_INTEGERKEY`).
    case integer
    /// Byte strings of 1 to ``Table/keyBytesMax`` bytes in lexicographic order.
    case bytes

    var flags: CInt {
      switch self {
      case .integer: MDB_INTEGERKEY
      case .bytes: 0
      }
    }
  }

  /// Longest key of a `.bytes` table, in bytes: the limit compiled into LMDB 0.9.
  package static let keyBytesMax = 511

  /// Number of declared tables so far; each declaration takes the next number as its place in handle lists.
  private static let declared = Atomic<Int>(0)

  @usableFromInline let staticName: StaticString
  /// How the keys are compared.
  @usableFromInline package let keys: Keys
  /// Whether the rows can be rebuilt from other tables, so that a missing table may be created empty at open.
  ///
  /// A table that holds the truth is created with the ledger only; if it is missing later, that is damage.
  package let isDerived: Bool
  @usableFromInline let number: Int

  /// Declares a table.
  ///
  /// - Parameters:
  ///   - name: The stored name; never changes, and `meta` is taken by the environment itself.
  ///   - keys: How keys are compared; part of the stored format.
  ///   - isDerived: Whether the rows can be rebuilt from other tables.
  package init(_ name: StaticString, keys: Keys, isDerived: Bool = false) {
    staticName = name
    self.keys = keys
    self.isDerived = isDerived
    number = Table.declared.wrappingAdd(1, ordering: .relaxed).oldValue
  }

  /// The stored name.
  @usableFromInline package var name: String { staticName.description }
}
