import EventModel
import LMDB

/// Reads a stored run once: the order of its rows, what they come to, and whether its blocks have the bytes they give.
struct RunAudit {
  let name: RunName
  /// Rows of other positions are not looked at.
  let positions: ClosedRange<UInt64>
  let secret: TallyKey

  /// What the rows of the positions come to.
  ///
  /// - Throws: ``LogDamage`` naming the run when a block is damaged, a row out of order, or a block, fence or filter is not
  ///   what the rows give. The latter is not looked at when only some of the run's rows are.
  func tally(_ reader: Reader) throws -> RowTally {
    let head = try RunHead(name, reader)
    let isWhole = positions == name.first...name.last
    var tally = RowTally()
    var writer = RunWriter(name)
    var key = KeyBuffer()
    for table in name.shelf.kinds {
      key.replace(after: 0, with: [UInt8]().span.bytes)
      var last: UInt64 = 0
      for number in head.blocks(of: table) {
        let block = try name.block(.rows, number, reader)
        var rows = BlockRows(block)
        while try rows.next(block, name, keyCount: key.count) {
          let order = key.span.extracting(rows.shared..<key.count).order(to: block.extracting(rows.suffix))
          guard order < 0 || order == 0 && last <= rows.position else { throw name.damage }
          last = rows.position
          key.replace(after: rows.shared, with: block.extracting(rows.suffix))
          guard key.count <= TallyKey.keyCountMax, rows.value.count <= TallyKey.valueCountMax else { throw name.damage }
          let value = block.extracting(rows.value)
          if positions.contains(rows.position) {
            tally.add(table, position: rows.position, key: key.span, value: value, secret)
          }
          guard isWhole else { continue }
          try writer.add(table, key: key.span, position: rows.position, value: value) { try demand($1, $0, reader) }
        }
      }
    }
    if isWhole { try writer.finish { try demand($1, $0, reader) } }
    return tally
  }

  private func demand(_ bytes: [UInt8], _ key: UInt64, _ reader: Reader) throws {
    guard try reader.get(name.table, key)?.equals(bytes.span.bytes) == true else { throw name.damage }
  }
}
