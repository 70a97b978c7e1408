import EventModel
import LMDB

/// Compares the stored blocks of the tree with those the records give.
struct TreeAudit {
  private var growth = TreeGrowth()
  /// Behind a record that cannot be read no hash can be told.
  private var isBroken = false

  /// Takes the next record, or `nil` for one that cannot be read.
  mutating func add(_ record: RawSpan?, _ reader: Reader, _ report: inout AuditReport) throws {
    guard let record, !isBroken else {
      isBroken = true
      return
    }
    guard let block = growth.append(record) else { return }
    if try reader.get(Tables.tree, block.number)?.equals(block.bytes.span.bytes) != true {
      report.add(TreeBlock.damage(block.number))
    }
  }

  /// Demands that no other block is stored.
  func end(_ head: Position, _ reader: Reader, _ report: inout AuditReport) throws {
    let (count, expected) = (try reader.count(Tables.tree), Int(head.number / TreeBlock.leafCount))
    if count != expected {
      report.add("table \"\(Tables.tree.name)\" holds \(count) blocks, its log has \(expected)")
    }
  }
}
